use crate::support::{paired_model, sample_leads, sample_model, score};
use lead_scoring_model::{ErrorKind, FieldMap, ScoringModel, document};
use proptest::prelude::*;
use serde_json::Value;

#[test]
fn json_and_document_give_an_equal_model_and_the_same_text() {
    let model = paired_model();
    let json = model.to_json();
    let read = ScoringModel::from_json(&json).unwrap();
    assert_eq!(read, model);
    assert_eq!(read.to_json(), json);
    let report = format!("# Report\r\n\r\n```json\n{{}}\n```\n\n{}\nThe end.\n", document::embed(&model));
    assert_eq!(document::load(&report).unwrap(), model);
    assert_eq!(document::load(&report.replace('\n', "\r\n")).unwrap(), model);
    assert_eq!(document::load(&format!("\u{feff}\n{json}")).unwrap(), model);
}

#[test]
fn what_only_combinations_have_is_left_out_elsewhere() {
    let json: Value = serde_json::from_str(&paired_model().to_json()).unwrap();
    let signal = |at: usize| json["card"]["signals"][at].as_object().unwrap();
    assert!(!signal(0).contains_key("cells") && signal(0)["bins"][0].get("expected").is_none());
    assert_eq!(signal(6)["cells"].as_array().unwrap().len(), 9);
    assert_eq!(signal(6)["bins"][0]["expected"], Value::from(4.5));
    assert_eq!(signal(5)["inputs"][0]["binning"], serde_json::json!({"by": "digits", "edges": [1, 2]}));
}

#[test]
fn floats_survive_to_the_last_bit() {
    let mut model = sample_model();
    model.card.scale = f64::from_bits(0x3FB9_9999_9999_999B);
    let read = document::load(&document::embed(&model)).unwrap();
    assert_eq!(read.card.scale.to_bits(), model.card.scale.to_bits());
    let bits =
        |model: &ScoringModel| model.probability.values.iter().map(|p| p.to_bits()).collect::<Vec<_>>();
    assert_eq!(bits(&read), bits(&model));
}

#[test]
fn no_name_breaks_the_fence() {
    let mut model = sample_model();
    model.name = "```\n</script>\\`&amp;\u{2028}\"```json lead-scoring-model".into();
    model.card.signals[1].bins[0].label = "~~~ `a` \\u0060".into();
    let block = document::embed(&model);
    let inside = block.trim_start_matches("```json lead-scoring-model\n").trim_end_matches("```\n");
    assert!(!inside.contains(['`', '<', '>', '&']));
    assert_eq!(document::load(&block).unwrap(), model);
}

#[test]
fn documents_without_one_whole_block_are_refused() {
    let block = document::embed(&sample_model());
    let cut = &block[..block.len() - 5];
    for (text, reason) in [
        ("# A report", "no block"),
        ("", "no block"),
        (cut, "ends within its model"),
        (&format!("{block}{block}"), "more than one model"),
        ("```json lead-scoring-model\n```\n", "ends too early"),
    ] {
        let error = document::load(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Format);
        let message = error.to_string();
        assert!(message.contains(reason) && message.contains("build the model again"), "{message}");
    }
}

#[test]
fn layout_does_not_matter_but_every_value_does() {
    let model = sample_model();
    let value: Value = serde_json::from_str(&model.to_json()).unwrap();
    assert_eq!(ScoringModel::from_json(&value.to_string()).unwrap(), model, "compact and in another order");

    let edited = model.to_json().replacen("Pipeline", "Pipelins", 1);
    let error = ScoringModel::from_json(&edited).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Inconsistent);
    assert!(error.to_string().contains("edited after it was built"), "{error}");

    let mut bare = value;
    bare.as_object_mut().unwrap().remove("checksum");
    let error = ScoringModel::from_json(&bare.to_string()).unwrap_err();
    assert!(error.to_string().contains("no checksum"), "{error}");
}

/// Number of values in a JSON tree.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(fields) => fields.values().map(size).sum(),
        _ => 0,
    }
}

/// Replaces the `at`-th value of a tree.
fn replace(value: &mut Value, at: &mut usize, new: &Value) {
    if *at == 0 {
        *value = new.clone();
    }
    *at = at.wrapping_sub(1);
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, at, new)),
        Value::Object(fields) => fields.values_mut().for_each(|item| replace(item, at, new)),
        _ => {}
    }
}

fn odd_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        prop_oneof![Just(i64::from(i32::MIN)), Just(i64::from(i32::MAX)), Just(i64::MAX), -120_i64..120]
            .prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        prop_oneof![Just(f64::MAX), Just(-0.0), Just(f64::MIN_POSITIVE), -2.0..2.0].prop_map(Value::from),
        "[a-z`]{0,4}".prop_map(Value::from),
        Just(Value::Array(Vec::new())),
        Just(serde_json::json!([0, 1])),
        Just(serde_json::json!({})),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Whatever is cut, overwritten, removed or doubled: the same model comes back, or a refusal.
    #[test]
    fn a_damaged_text_is_refused(start in 0.0..1.0, length in 0_usize..40, what in 0..4, byte in 0x20_u8..0x7f) {
        let model = paired_model();
        for mut bytes in [model.to_json().into_bytes(), format!("# T\n{}", document::embed(&model)).into_bytes()] {
            let at = ((bytes.len() as f64) * start) as usize;
            let end = (at + length).min(bytes.len());
            match what {
                0 => bytes.truncate(at),
                1 => bytes[at] = byte,
                2 => drop(bytes.drain(at..end)),
                _ => {
                    let doubled = bytes[at..end].to_vec();
                    bytes.splice(at..at, doubled);
                }
            }
            match document::load(&String::from_utf8(bytes).unwrap()) {
                Ok(read) => prop_assert_eq!(read, model.clone()),
                Err(error) => prop_assert!(matches!(error.kind(), ErrorKind::Format | ErrorKind::Inconsistent)),
            }
        }
    }

    /// A model with a value replaced is refused; were its checksum right, it would be refused too or score without a panic.
    #[test]
    fn a_replaced_value_never_panics(at in any::<prop::sample::Index>(), new in odd_value()) {
        let model = paired_model();
        let mut value: Value = serde_json::from_str(&model.to_json()).unwrap();
        let mut at = at.index(size(&value));
        replace(&mut value, &mut at, &new);
        if let Ok(read) = ScoringModel::from_json(&value.to_string()) {
            prop_assert_eq!(read, model);
        }
        if let Some(fields) = value.as_object_mut() {
            fields.remove("checksum");
        }
        let Ok(edited) = serde_json::from_value::<ScoringModel>(value) else { return Ok(()) };
        if edited.check().is_ok() {
            let data = sample_leads();
            let scored = score(&edited, &data);
            for lead in scored.leads() {
                scored.scorer().explain(&data, &FieldMap::for_data(&edited, &data, &[]).unwrap(), lead.row).unwrap();
                prop_assert!(lead.lowest <= lead.score && lead.score <= lead.highest);
                prop_assert!(lead.probability > 0.0 && lead.probability < 1.0);
            }
            prop_assert_eq!(ScoringModel::from_json(&edited.to_json()).unwrap(), edited);
        }
    }
}
