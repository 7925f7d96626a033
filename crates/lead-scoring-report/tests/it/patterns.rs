//! Section 2 of the report, and what sections 2 and 3 say in another language.

use crate::markdown::PREDICTIVE;
use crate::run::{Random, Run};
use crate::traceable::{between, paired, sample};
use lead_scoring_core::{Column, Dataset, Deals, Field};
use lead_scoring_fit::Builtin;
use lead_scoring_report::{Json, Language, Markdown, OnePager, Renderer, render_markdown, summary_text};

/// The cells of a table's rows, below its head.
fn rows_of(text: &str) -> Vec<Vec<&str>> {
    let lines = text.lines().skip_while(|line| !line.starts_with("|---")).skip(1);
    let rows = lines.take_while(|line| line.starts_with('|'));
    rows.map(|row| row.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

#[test]
fn the_sample_names_its_channels_and_what_marks_its_losses() {
    let run = Run::with_strategy(&sample(), None);
    let text = render_markdown(&run.report(false).unwrap()).unwrap();
    let top = between(&text, "### 2.1", "**Best channels");
    let trusted: Vec<bool> = rows_of(top).iter().map(|row| !row[7].starts_with("Low")).collect();
    assert!(trusted.is_sorted_by(|before, after| before >= after) && trusted[0], "{top}");

    let channels = between(&text, "**Best channels, by `Lead Source`.**", "### 2.2");
    let rates = rows_of(channels);
    let deals: u64 = rates.iter().map(|row| row[1].parse::<u64>().unwrap()).sum();
    assert_eq!(deals as usize, run.train.len(), "every deal has a source: {channels}");
    let rate = |row: &[&str]| row[3].parse::<f64>().unwrap() / row[1].parse::<f64>().unwrap();
    let named = || rates.iter().filter(|row| !row[0].contains("rarer"));
    let best = named().max_by(|a, b| rate(a).total_cmp(&rate(b))).unwrap();
    let told =
        format!("Of the channels with enough deals, {} wins most often (its interval overlaps", best[0]);
    assert!(channels.contains(&told), "{channels}");
    let in_brief = format!(
        "\nChannels   highest by Lead Source: {}, won {} of {} deals (may not be the best)",
        best[0],
        best[4].split(" (").next().unwrap(),
        best[1]
    );
    let summary = summary_text(&run.report(false).unwrap());
    assert!(summary.contains(&in_brief), "{summary}");

    let means = between(&text, "(in this history, by `Lead Source`", "; see section 2.1)");
    let rarer = named().count() < rates.len();
    assert!((3..=6).contains(&named().count()) && named().all(|row| means.contains(row[0])), "{means}");
    let some = format!(", the {} with most deals: ", named().count());
    assert_eq!(means.starts_with(&some), rarer, "{means}");

    // The summary is no surer than the table.
    let summary = between(&text, "## Executive Summary", "## Section 1");
    assert!(
        summary.contains(&format!("{} wins most often (it may not be the best), ", best[0])),
        "{summary}"
    );
    let header = facts_of(&run)["header"].clone();
    let low = ["strongest", "worst"].iter().filter(|sign| header[**sign]["confidence"] == "Low").count();
    assert_eq!(summary.matches("confidence Low): ").count(), low, "{summary}");
    assert!(low > 0, "{header}");

    let losses = between(&text, "### 2.4", "## Section 3");
    assert!(losses.contains(&format!("| **All losses** | {} deals |", run.train.lost_count())), "{losses}");
    assert!(losses.contains("Nothing sure; the greatest difference is in "), "{losses}");
}

#[test]
fn fields_without_effect_stand_by_their_p() {
    let facts = facts_of(&Run::with_strategy(&sample(), None));
    let told = |row: &serde_json::Value| row["p_value"].as_f64().unwrap_or(f64::INFINITY);
    let flat: Vec<f64> = facts["patterns"]["flat"].as_array().unwrap().iter().map(told).collect();
    assert!(flat.len() > 5 && flat.is_sorted() && flat[0] < flat[5], "{flat:?}");
    let p_of = |row: &serde_json::Value| {
        let p = row["because"].as_str()?.split_once("(p = ")?.1.trim_end_matches(')');
        p.parse::<f64>().ok()
    };
    let mut told = 0;
    for dimension in facts["scoring"]["dimensions"].as_array().unwrap() {
        let ps: Vec<f64> = dimension["unused"].as_array().unwrap().iter().filter_map(p_of).collect();
        assert!(ps.is_sorted(), "{dimension}");
        told = told.max(ps.len());
    }
    assert!(told > 2, "{}", facts["scoring"]);
}

#[test]
fn a_channel_whose_name_could_be_taken_for_two_stands_between_quotes_in_a_sentence() {
    let mut random = Random(3);
    let from_web: Vec<bool> = (0..1000).map(|_| random.unit() < 0.5).collect();
    let sources: Vec<Option<&str>> =
        from_web.iter().map(|&web| Some(if web { "Web, organic" } else { "Event" })).collect();
    let won = from_web.iter().map(|&web| random.unit() < if web { 0.6 } else { 0.2 }).collect();
    let mut data = Dataset::with_rows(1000);
    data.push(Field::new("Lead Source"), Column::from_categories(&sources)).unwrap();
    let run = Run::with_strategy(&Deals::new(data, won).unwrap(), Some(Builtin::Joint));
    let text = render_markdown(&run.report(false).unwrap()).unwrap();
    let summary = between(&text, "## Executive Summary", "## Section 1");
    assert!(summary.contains("\"Web, organic\" wins most often"), "{summary}");
    let channels = between(&text, "**Best channels", "### 2.2");
    assert!(
        channels.contains("| Web, organic |")
            && channels.contains("\"Web, organic\" wins most often and brings most wins"),
        "{channels}"
    );
}

#[test]
fn a_combination_with_points_comes_first_and_no_deals_twice() {
    let run = Run::with_strategy(&paired(4000), None);
    let text = render_markdown(&run.report(false).unwrap()).unwrap();
    let found = rows_of(between(&text, "### 2.3", "### 2.4"));
    let scored: Vec<bool> = found.iter().map(|row| row[5].contains(" of its own (section 3)")).collect();
    assert!(scored[0] && scored.is_sorted_by(|before, after| before >= after), "{found:?}");
    let mut named: Vec<&str> = found.iter().map(|row| row[0]).collect();
    named.sort_unstable();
    named.dedup();
    assert!(named.len() == found.len() && found.len() <= 8, "{found:?}");
}

#[test]
fn that_rows_of_combinations_are_left_out_is_told_with_how_many_there_are() {
    let mut run = Run::with_strategy(&paired(4000), None);
    let part = |run: &Run| {
        let text = render_markdown(&run.report(false).unwrap()).unwrap();
        between(&text, "### 2.3", "### 2.4").to_owned()
    };
    let with_points = |run: &Run| {
        let pairs = run.model.card.signals.iter().filter(|signal| signal.is_pair());
        pairs.flat_map(|pair| &pair.bins).filter(|bin| bin.points != 0).count()
    };
    run.interactions.found.clear();
    let (all, listed) = (with_points(&run), rows_of(&part(&run)).len());
    assert!(all > listed, "{all} rows, {listed} listed");
    assert!(part(&run).contains(&format!("as in section 3, which has all {all} rows with points.")));
    for pair in run.model.card.signals.iter_mut().filter(|signal| signal.is_pair()) {
        let most = pair.bins.iter().map(|bin| bin.points.abs()).max().unwrap();
        let first = pair.bins.iter().position(|bin| bin.points.abs() == most).unwrap();
        let others = pair.bins.iter_mut().enumerate().filter(|(at, _)| *at != first);
        others.for_each(|(_, bin)| bin.points = 0);
    }
    assert_eq!(with_points(&run), rows_of(&part(&run)).len());
    assert!(part(&run).contains("as in section 3.\n"), "{}", part(&run));
}

#[test]
fn of_attributes_that_rank_alike_the_summary_names_the_one_with_most_points() {
    let mut random = Random(23);
    let mut data = Dataset::with_rows(3000);
    let mut odds = vec![-1.0; 3000];
    for name in ["Demo", "Trial"] {
        let flags: Vec<Option<bool>> = (0..3000).map(|_| Some(random.unit() < 0.4)).collect();
        odds.iter_mut().zip(&flags).for_each(|(odds, flag)| {
            *odds += if *flag == Some(true) { 1.2 } else { 0.0 };
        });
        data.push(Field::new(name), Column::from_flags(&flags)).unwrap();
    }
    let won = odds.iter().map(|odds| random.unit() < 1.0 / (1.0 + f64::exp(-odds))).collect();
    let mut run = Run::with_strategy(&Deals::new(data, won).unwrap(), Some(Builtin::Joint));
    let ranked = facts_of(&run)["patterns"]["attributes"].clone();
    let bounds = |at: usize, of: &str| ranked[at]["honest"][of].as_f64().unwrap();
    assert!(bounds(0, "lower") < bounds(1, "upper") && bounds(1, "lower") < bounds(0, "upper"), "{ranked}");
    let [first, second] = [0, 1].map(|at| ranked[at]["name"].as_str().unwrap().to_owned());
    for (most, named) in [(0, &first), (1, &second)] {
        let places = [&first, &second].map(|name| {
            let is_of = |signal: &lead_scoring_model::Signal| name.starts_with(&signal.name);
            run.model.card.signals.iter().position(is_of).unwrap()
        });
        for (at, place) in places.into_iter().enumerate() {
            run.model.card.signals[place].bins[1].points = if at == most { 9 } else { 5 };
        }
        assert_eq!(facts_of(&run)["header"]["strongest"]["name"].as_str(), Some(named.as_str()));
    }
    for signal in &mut run.model.card.signals {
        signal.bins[1].points = 5;
    }
    assert_eq!(facts_of(&run)["header"]["strongest"]["name"], first, "of equal points the better ranked");
}

#[test]
fn what_combinations_give_is_told_of_each() {
    let mut run = Run::with_strategy(&paired(4000), None);
    let guide = |run: &Run| OnePager::new().render(&run.report(false).unwrap()).unwrap();
    let pair = run.model.card.signals.iter().find(|signal| signal.is_pair()).unwrap().clone();
    run.model.card.signals.retain(|signal| !signal.is_pair());
    run.model.card.signals.push(pair.clone());
    assert!(guide(&run).contains(" for the combination.\n"), "{}", guide(&run));
    run.model.card.signals.push(pair);
    assert!(guide(&run).contains(" for each such combination.\n"), "{}", guide(&run));
}

#[test]
fn a_field_with_points_in_combinations_alone_is_told_of() {
    let mut run = Run::with_strategy(&paired(4000), None);
    let pair = run.model.card.signals.iter().find(|signal| signal.is_pair()).unwrap().clone();
    let field = pair.inputs[0].field.clone();
    run.model.card.signals.retain(|signal| !signal.reads(&field));
    run.model.card.signals.push(pair);
    let text = render_markdown(&run.report(false).unwrap()).unwrap();
    let found = between(&text, "no points of their own:", "### 2.3");
    let told = rows_of(found).into_iter().find(|row| row[0] == field);
    assert!(told.is_some_and(|row| row[2] == "has points in 1 combination only"), "{field}: {found}");
}

#[test]
fn a_combination_has_the_rates_of_its_bins_and_what_the_card_expects_of_it() {
    let run = Run::with_strategy(&paired(4000), None);
    let report = run.report(false).unwrap();
    let facts: serde_json::Value = serde_json::from_str(&Json::new().render(&report).unwrap()).unwrap();
    let figure = |value: &serde_json::Value| value.as_f64().unwrap();
    let dimensions = facts["scoring"]["dimensions"].as_array().unwrap();
    let pairs = dimensions.iter().flat_map(|dimension| dimension["pairs"].as_array().unwrap());
    let expected: Vec<f64> = pairs
        .flat_map(|pair| pair["rows"].as_array().unwrap())
        .filter_map(|row| row["expected"].as_f64())
        .collect();
    let bins = || run.analysis.patterns.iter().flat_map(|pattern| &pattern.bins);
    let rates: Vec<f64> = bins().filter_map(|bin| bin.rate).collect();
    let is_one =
        |value: f64, of: &[f64]| of.iter().any(|known| (known - value).abs() < 1e-9 * value.max(1.0));
    let rows = facts["patterns"]["interactions"].as_array().unwrap();
    let tested = &run.interactions.tested;
    for row in rows {
        assert!(is_one(figure(&row["a_rate"]), &rates) && is_one(figure(&row["b_rate"]), &rates), "{row}");
        let wins = figure(&row["expected_rate"]) * figure(&row["deals"]);
        assert!(row["points"].is_null() || is_one(wins, &expected), "{row} against {expected:?}");
        let field = |name: &str| row[name].as_str().unwrap().split(": ").next().unwrap().to_owned();
        let (a, b) = (field("a"), field("b"));
        let of_both = tested.iter().find(|pair| pair.names.contains(&a) && pair.names.contains(&b));
        assert_eq!(row["q_value"].as_f64(), of_both.map(|pair| pair.q_value), "{row}");
    }
    assert!(rows.iter().any(|row| !row["points"].is_null()), "{rows:?}");
}

#[test]
fn labels_are_said_in_the_language_of_the_document() {
    let chinese = Markdown::new().in_language(&Language::simplified_chinese());
    for (deals, words) in [
        (paired(4000), vec![" 1 位有效数字", "其他任意组合", "数字精确度", "未记录"]),
        (sample(), vec!["：是 |", "包含 Workday", "低于 ", " 及以上"]),
    ] {
        let text = chinese.render(&Run::with_strategy(&deals, None).report(false).unwrap()).unwrap();
        let text = between(&text, "## 第二部分", "### 3.5");
        for word in words {
            assert!(text.contains(word), "{word} in {text}");
        }
        for word in [" is ", " or more", "under ", "yes", "not recorded", "contains", "exactness", " deals"] {
            assert!(!text.contains(word), "{word} in {text}");
        }
    }
}

#[test]
fn the_first_table_is_short_and_names_the_same_deals_once() {
    // A copy of a column holds the same deals; sixteen more fields leave no room for a second row of each.
    let mut random = Random(3);
    let (rows, mut data) = (3000, Dataset::with_rows(3000));
    let mut odds = vec![-0.5; rows];
    for at in 0..16 {
        let flags: Vec<Option<bool>> = (0..rows).map(|_| Some(random.unit() < 0.3)).collect();
        odds.iter_mut().zip(&flags).for_each(|(odds, flag)| {
            *odds += if *flag == Some(true) { 0.6 + 0.05 * f64::from(at) } else { -0.2 };
        });
        data.push(Field::new(format!("Sign {at}")), Column::from_flags(&flags)).unwrap();
        if at == 15 {
            data.push(Field::new("Copy"), Column::from_flags(&flags)).unwrap();
        }
    }
    let won = odds.iter().map(|odds| random.unit() < 1.0 / (1.0 + f64::exp(-odds))).collect();
    let run = Run::with_strategy(&Deals::new(data, won).unwrap(), Some(Builtin::Joint));
    let report = run.report(false).unwrap();
    let text = render_markdown(&report).unwrap();
    let part = between(&text, "### 2.1", "### 2.2");
    let top = rows_of(part);
    assert_eq!(top.len(), 15, "{part}");
    let fields: std::collections::BTreeSet<&str> =
        top.iter().map(|row| row[1].split(": ").next().unwrap()).collect();
    assert_eq!(fields.len(), 15, "{part}");
    let twice = part.matches("Copy: yes (the same deals: Sign 15: yes)").count();
    assert_eq!((twice, part.matches("Copy").count(), part.matches("Sign 15").count()), (1, 1, 1), "{part}");
    let json: serde_json::Value = serde_json::from_str(&Json::new().render(&report).unwrap()).unwrap();
    let further = json["patterns"]["further_attributes"].as_array().unwrap().len();
    // Seventeen fields in fifteen rows: one has none.
    let told = match further {
        1 => "1 further attribute is in".to_owned(),
        _ => format!("{further} further attributes of these fields and of others are in"),
    };
    assert!(further > 0 && part.contains(&told), "{part}");
}

#[test]
fn that_no_pair_departs_names_how_many_were_tested() {
    let mut run = Run::of(PREDICTIVE);
    run.interactions.found.clear();
    assert!(run.model.card.signals.iter().all(|signal| !signal.is_pair()));
    let text = render_markdown(&run.report(false).unwrap()).unwrap();
    let found = between(&text, "### 2.3", "### 2.4");
    let tested = run.interactions.tested.len();
    assert!(tested > 1 && found.contains(&format!("{tested} pairs of fields were tested")), "{found}");
}

fn facts_of(run: &Run) -> serde_json::Value {
    serde_json::from_str(&Json::new().render(&run.report(false).unwrap()).unwrap()).unwrap()
}

#[test]
fn fields_are_told_apart_by_what_they_are_and_what_they_tell_alone() {
    let run = Run::with_strategy(&sample(), None);
    let facts = facts_of(&run);
    for field in facts["data"]["fields"].as_array().unwrap() {
        assert_eq!(field["dimension"] == "–", field["used"] == false, "{field}");
    }
    let unsure: Vec<&str> = facts["patterns"]["unsure_alone"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|name| name.as_str())
        .collect();
    let doubtful = |name: &&str| {
        // An item of a set is named in brackets.
        let is_named = |own: &str| own == *name || format!("{})", own.replacen(": ", " (", 1)) == **name;
        let pattern = run.analysis.patterns.iter().find(|pattern| is_named(&pattern.name)).unwrap();
        !pattern.is_predictive(0.05)
    };
    assert!(!unsure.is_empty() && unsure.iter().all(doubtful), "{unsure:?}");
    let text = render_markdown(&run.report(false).unwrap()).unwrap();
    let flat = between(&text, "### 2.2", "### 2.3");
    assert!(flat.contains(" do not surely predict alone (q above 0.05) but have points"), "{flat}");
}

#[test]
fn a_row_with_a_level_of_few_deals_is_told_whole() {
    let mut random = Random(11);
    let rate = |level: &str| if level == "Mail" { 0.2 } else { 0.7 };
    let levels: Vec<Option<&str>> = (0..1200)
        .map(|at| {
            Some(if at % 200 == 7 {
                "Expo"
            } else if at % 4 == 0 {
                "Fair"
            } else {
                "Mail"
            })
        })
        .collect();
    let won = levels.iter().flatten().map(|level| random.unit() < rate(level)).collect();
    let mut data = Dataset::with_rows(1200);
    data.push(Field::new("Channel"), Column::from_categories(&levels)).unwrap();
    let run = Run::with_strategy(&Deals::new(data, won).unwrap(), Some(Builtin::Joint));
    let facts = facts_of(&run);
    assert_eq!(facts["header"]["strongest"]["name"], "Channel: Fair and 1 rarer one", "{}", facts["header"]);
    assert_eq!(facts["rep_guide"]["gives"][0]["criterion"], "Fair or Expo", "{}", facts["rep_guide"]);
}
