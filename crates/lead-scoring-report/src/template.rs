//! What templates print with: the filters for figures and texts, and the words of a language.
//!
//! What a template prints goes through one formatter: texts are escaped, whole numbers get their thousands separators, and a fraction
//! without a filter or a figure that does not exist is an error, so that no report can hold a "NaN", a "None" or an endless fraction.
//!
//! | in a template | prints |
//! |---|---|
//! | `say("key", deals=3)` | the message of the language, its gaps filled with what would be printed alone |
//! | `tier.label \| term` | the language's word for a word that facts carry |
//! | `rep.of_closed \| share` | a rate with its interval, a dash of none |
//! | `names \| listed` | `a, b and c` |

use crate::facts::levels;
use crate::language::count_value;
use crate::text::Text;
use crate::{Language, Result, escape, format};
use fluent_bundle::{FluentArgs, FluentValue};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Value, ValueKind};
use minijinja::{
    Environment, Error as TemplateError, ErrorKind as TemplateErrorKind, Output, State, UndefinedBehavior,
};

type Printed<T> = std::result::Result<T, TemplateError>;

/// An environment with the named templates, which speaks one language.
pub(crate) fn environment<const N: usize>(
    language: &Language,
    templates: [(&'static str, &'static str); N],
) -> Result<Environment<'static>> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    add_figures(&mut environment);
    add_percentages(&mut environment, language);
    add_words(&mut environment, language);
    for (name, source) in templates {
        environment.add_template(name, source)?;
    }
    Ok(environment)
}

fn add_figures(environment: &mut Environment<'_>) {
    environment.add_filter("signed", |points: i64| safe(format::signed(points)));
    environment.add_filter("p", |p: f64| safe(format::p_value(p)));
    environment.add_filter("equals", |p: f64| safe(format::equals(p)));
    environment.add_filter("dec", |value: f64, places: usize| safe(format::decimals(value, places)));
    environment.add_filter("tenths", |value: f64| safe(format::tenths(value)));
    environment.add_filter("tenths_among", |value: f64, column: Vec<f64>| {
        safe(format::tenths_among(value, &column))
    });
    environment.add_filter("counted", |count: u64, noun: String| format::counted(count, &noun));
    environment.add_filter("one_line", |name: String, most: usize| format::clipped(&name, most));
    environment.add_filter("level", |name: String, most: usize| levels::shown(&name, most));
}

fn add_percentages(environment: &mut Environment<'_>, language: &Language) {
    let speaks = language.clone();
    environment.add_filter("percent", move |share: f64| speaks.percentage(format::percent(share)));
    let speaks = language.clone();
    environment.add_filter("percent_beside", move |share: f64, other: f64| {
        speaks.percentage(format::percent_beside(share, other))
    });
    let speaks = language.clone();
    environment.add_filter("percent_span", move |share: f64, other: f64| {
        speaks.percentage(format::percent_span(share, other))
    });
    let speaks = language.clone();
    environment
        .add_filter("whole_percent", move |share: f64| speaks.percentage(format::whole_percent(share)));
    let speaks = language.clone();
    environment.add_filter("percent_to", move |share: f64, least: usize| {
        speaks.percentage(format::percent_to(share, least))
    });
    let speaks = language.clone();
    environment.add_filter("signed_percent", move |share: f64| {
        safe(format!("+{}", speaks.percentage(format::percent(share))))
    });
    let speaks = language.clone();
    // The limits of a rate as they stand beside it; one that no rate can leave is not told.
    environment.add_filter("limits", move |rate: Value| -> Printed<Value> {
        let part = |name: &str| f64::try_from(rate.get_attr(name)?);
        let (lowest, highest) = (part("lower")?, part("upper")?);
        let open = match (lowest > 0.0, highest < 1.0) {
            (false, _) => "below",
            (true, false) => "above",
            (true, true) => "no",
        };
        let mut parts = FluentArgs::new();
        parts.set("open", open);
        parts.set("lower", speaks.percentage(format::whole_percent(lowest)));
        parts.set("upper", speaks.percentage(format::whole_percent(highest)));
        Ok(safe(speaks.say("limits-of-later", &parts).map_err(unprintable)?))
    });
}

fn add_words(environment: &mut Environment<'_>, language: &Language) {
    let speaks = language.clone();
    environment.set_formatter(move |out: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value| {
        out.write_str(&printed(&speaks, value)?).map_err(|_| unprintable("the text could not be written"))
    });
    let speaks = language.clone();
    environment.add_function("say", move |key: String, parts: Kwargs| -> Printed<Value> {
        let mut filled = FluentArgs::new();
        for name in parts.args() {
            filled.set(name.to_owned(), gap(&speaks, &parts.get::<Value>(name)?)?);
        }
        Ok(safe(speaks.say(&key, &filled).map_err(unprintable)?))
    });
    let speaks = language.clone();
    environment.add_filter("term", move |word: String| -> Printed<String> {
        speaks.term(&word).map_err(unprintable)
    });
    let speaks = language.clone();
    environment
        .add_filter("lift", move |lift: f64| -> Printed<String> { speaks.lift(lift).map_err(unprintable) });
    let speaks = language.clone();
    environment.add_filter("listed", move |items: Vec<Value>| -> Printed<Value> {
        let items = items.iter().map(|item| printed(&speaks, item)).collect::<Printed<Vec<String>>>()?;
        Ok(safe(speaks.listed(&items).map_err(unprintable)?))
    });
    let speaks = language.clone();
    // For text of our own making that holds no mark-up, or stands inside a code block.
    environment.add_filter("raw", move |text: Value| -> Printed<Value> {
        match text.downcast_object_ref::<Text>() {
            Some(text) => Ok(safe(text.plain(&speaks).map_err(unprintable)?)),
            None => Ok(safe(text.as_str().unwrap_or_default().to_owned())),
        }
    });
    let speaks = language.clone();
    // The name of a column, or a label with its column.
    environment.add_filter("code", move |name: Value| -> Printed<Value> {
        match name.downcast_object_ref::<Text>() {
            Some(label) => Ok(safe(label.coded(&speaks).map_err(unprintable)?)),
            None => Ok(safe(escape::code(name.as_str().unwrap_or_default()))),
        }
    });
    let speaks = language.clone();
    environment.add_filter("prose", move |sentence: Value| -> Printed<Value> {
        match sentence.downcast_object_ref::<Text>() {
            Some(text) => Ok(safe(text.markdown(&speaks).map_err(unprintable)?)),
            None => Ok(safe(escape::prose(sentence.as_str().unwrap_or_default()))),
        }
    });
    let speaks = language.clone();
    // For a phrase that fills a cell by itself and begins with a word of ours.
    environment.add_filter("capital", move |phrase: Value| -> Printed<Value> {
        let text = printed(&speaks, &phrase)?;
        let mut letters = text.chars();
        let first = letters.next().map(char::to_uppercase);
        Ok(safe(first.into_iter().flatten().chain(letters).collect()))
    });
    let speaks = language.clone();
    environment.add_filter("share", move |share: Value| -> Printed<Value> {
        if share.get_attr("interval")?.is_none() {
            return Ok(safe("–".to_owned()));
        }
        let part = |place: &Value, name: &str| f64::try_from(place.get_attr(name)?);
        let limits = share.get_attr("interval")?;
        let texts = format::rate(part(&share, "value")?, part(&limits, "lower")?, part(&limits, "upper")?);
        let key = if share.get_attr("few")?.is_true() { "rate-of-few" } else { "rate-with-interval" };
        rate_with_interval(&speaks, key, texts)
    });
    let speaks = language.clone();
    environment.add_filter("rate", move |rate: Value| -> Printed<Value> {
        let part = |name: &str| f64::try_from(rate.get_attr(name)?);
        let texts = format::rate(part("value")?, part("lower")?, part("upper")?);
        rate_with_interval(&speaks, "rate-with-interval", texts)
    });
}

/// A rate with the limits of its interval, by one of the messages that hold these three.
fn rate_with_interval(language: &Language, key: &str, [rate, lower, upper]: [String; 3]) -> Printed<Value> {
    let mut parts = FluentArgs::new();
    for (name, text) in [("rate", rate), ("lower", lower), ("upper", upper)] {
        parts.set(name, text);
    }
    Ok(safe(language.say(key, &parts).map_err(unprintable)?))
}

/// What fills a gap: a count that the language chooses words by, else what would be printed.
fn gap(language: &Language, value: &Value) -> Printed<FluentValue<'static>> {
    match u64::try_from(value.clone()) {
        Ok(count) if value.is_integer() => Ok(count_value(count)),
        _ if value.kind() == ValueKind::Bool => Ok(value.is_true().to_string().into()),
        _ => Ok(printed(language, value)?.into()),
    }
}

/// One value as it stands in the document.
fn printed(language: &Language, value: &Value) -> Printed<String> {
    if let Some(text) = value.downcast_object_ref::<Text>() {
        return text.markdown(language).map_err(unprintable);
    }
    Ok(match value.kind() {
        ValueKind::String if value.is_safe() => value.as_str().unwrap_or_default().to_owned(),
        ValueKind::String => escape::text(value.as_str().unwrap_or_default()),
        ValueKind::Number if value.is_integer() => match value.as_i64() {
            Some(whole) if whole < 0 => format!("-{}", format::count(whole.unsigned_abs())),
            Some(whole) => format::count(whole.unsigned_abs()),
            None => return Err(unprintable("a number is too large to print")),
        },
        ValueKind::Number => return Err(unprintable("a fraction needs a filter that rounds it")),
        kind => return Err(unprintable(format!("a value of kind {kind} cannot be printed"))),
    })
}

fn safe(text: String) -> Value {
    Value::from_safe_string(text)
}

/// A fault as the template engine knows it.
pub(crate) fn unprintable(why: impl std::fmt::Display) -> TemplateError {
    TemplateError::new(TemplateErrorKind::InvalidOperation, why.to_string())
}
