//! Every shipped point worked out again from the counts that the report prints, as a reader would with a calculator.

use crate::markdown::checked;
use crate::run::{Plan, Random, Run};
use lead_scoring_core::{
    Column, Dataset, Deals, Field, Kind, OutcomeSpec, ReadOptions, label, read_table_file,
};
use lead_scoring_fit::Builtin;
use lead_scoring_report::render_markdown;

/// How far a whole number of points may be from the exact figure.
const FARTHEST: f64 = 0.75;
/// Half of the last digit that is printed of scale, weight and log odds.
const PRINTED: f64 = 0.000_051;

/// A row with points, or a row that says what gives none.
#[derive(Debug)]
struct Row {
    signal: String,
    points: i32,
    won: f64,
    lost: f64,
    /// Expected wins, of a combination.
    expected: Option<f64>,
    lift: Option<f64>,
    weight: f64,
    /// Log odds, and points before rounding.
    basis: Option<(f64, f64)>,
}

/// What section 3 says.
struct Section {
    start: i32,
    deductions: i32,
    base_won: f64,
    base_deals: f64,
    scale: f64,
    rows: Vec<Row>,
    /// The worked examples.
    examples: Vec<String>,
}

/// A number as the report writes it: `+1,234`, `2.13x`.
fn number(text: &str) -> f64 {
    let text = text.trim().trim_end_matches('x').replace([',', '+'], "");
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no number"))
}

/// The text between two others.
pub(crate) fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let start = text.find(before).unwrap_or_else(|| panic!("`{before}` is missing")) + before.len();
    let end = text[start..].find(after).unwrap_or_else(|| panic!("`{after}` is missing")) + start;
    &text[start..end]
}

/// Cells of a table row; a bar after a backslash belongs to the text.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in row.trim_matches('|').chars() {
        if c == '|' && !escaped {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn field_row(line: &str) -> Row {
    let cells = cells(line);
    let [name, points, _, _, counts, lift, log_odds, weight, exact] = cells.as_slice() else {
        panic!("not nine cells: {line}")
    };
    let (won, lost) = counts.split_once('/').unwrap();
    let is_counted = log_odds != "–";
    Row {
        signal: name.clone(),
        points: number(points) as i32,
        won: number(won),
        lost: number(lost),
        expected: None,
        lift: lift.strip_suffix(" lift").map(number),
        weight: if is_counted { number(weight) } else { 0.0 },
        basis: is_counted.then(|| (number(log_odds), number(exact))),
    }
}

fn pair_row(line: &str, heading: &str) -> Row {
    let cells = cells(line);
    let [_, points, deals, won, expected, lift, log_odds, exact] = cells.as_slice() else {
        panic!("not eight cells: {line}")
    };
    Row {
        signal: heading.to_owned(),
        points: number(points) as i32,
        won: number(won),
        lost: number(deals) - number(won),
        expected: Some(number(expected)),
        lift: (lift != "–").then(|| number(lift)),
        weight: number(between(heading, "(weight ", "; ")),
        basis: (log_odds != "–").then(|| (number(log_odds), number(exact))),
    }
}

fn section(markdown: &str) -> Section {
    let text = between(markdown, "## Section 3: Scoring Model", "## Section 4");
    let tables = between(text, "### 3.1", "### 3.5");
    let (mut rows, mut pair) = (Vec::new(), "");
    for line in tables.lines() {
        if line.starts_with("**Combination: ") {
            pair = line;
        } else if line.starts_with("| -- ") {
            rows.push(field_row(line));
        } else if pair.is_empty() || !line.starts_with('|') {
            pair = if line.is_empty() { pair } else { "" };
        } else if !(line.starts_with("|---") || line.starts_with("| Combination | Points")) {
            rows.push(pair_row(line, pair));
        }
    }
    let base = between(text, "the base rate of the deals learned from, ", " = ");
    let (base_won, base_deals) = base.split_once(" / ").unwrap();
    Section {
        start: number(between(text, "**Start Value:** ", " point")) as i32,
        deductions: number(between(text, "**Maximum Negative Deductions:** ", " points")) as i32,
        base_won: number(base_won),
        base_deals: number(base_deals),
        scale: number(between(text, "The scale of this model is ", " points")),
        rows,
        examples: text.lines().filter(|line| line.contains(", which became ")).map(str::to_owned).collect(),
    }
}

/// The log odds of `won` and `lost` deals against the rate `p`, after `m` further deals at that rate.
fn log_odds(won: f64, lost: f64, p: f64, m: f64) -> f64 {
    ((won + m * p) / (lost + m * (1.0 - p))).ln() - (p / (1.0 - p)).ln()
}

/// The further deals that the report's formula names, of a combination or of a single field.
fn prior_deals(p: f64, combination: bool) -> f64 {
    if combination { 2.5 / (p * (1.0 - p)) } else { 10.0 }
}

/// Works every row out; returns how many have points.
fn check(run: &Run) -> usize {
    let markdown = render_markdown(&run.report(false).unwrap()).unwrap();
    let section = section(&markdown);
    let base = section.base_won / section.base_deals;
    assert_eq!(section.base_won as u64, run.train.won_count());
    assert_eq!(section.base_deals as usize, run.train.len());
    for row in &section.rows {
        let deals = row.won + row.lost;
        let Some((printed, exact)) = row.basis else {
            assert_eq!(row.points, 0, "{row:?}");
            continue;
        };
        let p = row.expected.map_or(base, |expected| expected / deals);
        // What the two digits of the expected wins leave open.
        let open = row.expected.map_or(0.0, |_| 0.005_1 / deals / (p * (1.0 - p)));
        let by_hand = log_odds(row.won, row.lost, p, prior_deals(p, row.expected.is_some()));
        if printed == 0.0 {
            assert_eq!(row.points, 0, "{row:?}");
            continue;
        }
        assert!((by_hand - printed).abs() <= PRINTED + 2.0 * open, "{by_hand} by hand: {row:?}");
        let slack = PRINTED * (row.weight * printed.abs() + section.scale * (printed.abs() + row.weight));
        let of_printed = section.scale * row.weight * printed;
        assert!((of_printed - exact).abs() <= 0.005_1 + slack, "{of_printed} by hand: {row:?}");
        let points = section.scale * row.weight * by_hand;
        let slack = slack + 2.0 * open * section.scale * row.weight;
        assert!((points - f64::from(row.points)).abs() <= FARTHEST + slack, "{points} by hand: {row:?}");
        let lift = row.won / row.expected.unwrap_or(deals * base);
        let slack = 0.005_1 + row.expected.map_or(0.0, |expected| lift / expected * 0.005_1);
        assert!(row.lift.is_some_and(|printed| (printed - lift).abs() <= slack), "{lift} by hand: {row:?}");
    }
    check_totals(run, &section);
    check_examples(&section, base);
    section.rows.iter().filter(|row| row.points != 0).count()
}

/// The rows are all that the model ships, and the start is what they can take away.
fn check_totals(run: &Run, section: &Section) {
    let points = section.rows.iter().map(|row| row.points).filter(|points| *points != 0);
    let bins = run.model.card.signals.iter().flat_map(|signal| &signal.bins);
    let shipped = bins.map(|bin| bin.points).filter(|points| *points != 0);
    let (mut points, mut shipped): (Vec<i32>, Vec<i32>) = (points.collect(), shipped.collect());
    points.sort_unstable();
    shipped.sort_unstable();
    assert_eq!(points, shipped);
    let mut signals: Vec<&str> = section.rows.iter().map(|row| row.signal.as_str()).collect();
    signals.sort_unstable();
    signals.dedup();
    assert_eq!(signals.len(), run.model.card.signals.len());
    let lowest = |signal: &&str| {
        let rows = section.rows.iter().filter(|row| row.signal == **signal);
        rows.map(|row| row.points).min().unwrap_or(0).min(0)
    };
    let deductions: i32 = signals.iter().map(lowest).sum();
    assert_eq!((section.start, section.deductions), (-deductions, deductions));
}

fn check_examples(section: &Section, base: f64) {
    let pairs = section.rows.iter().any(|row| row.expected.is_some());
    assert_eq!(section.examples.len(), 1 + usize::from(pairs));
    for example in &section.examples {
        let (won, lost) = (number(between(example, "w = ", ", l")), number(between(example, "l = ", ", p")));
        let p = between(example, "p = ", ". ln");
        let expected = p.split_once(" / ").map(|(expected, _)| number(expected));
        let p = expected.map_or(base, |expected| expected / (won + lost));
        let m = prior_deals(p, expected.is_some());
        let (worked_out, points) = example.split_once("; ").unwrap();
        let printed = number(worked_out.rsplit_once(" = ").unwrap().1);
        assert!((log_odds(won, lost, p, m) - printed).abs() < 0.005, "{example}");
        let factors = points.split_once(" = ").unwrap();
        let product: f64 = factors.0.split(" x ").map(number).product();
        assert!((product - number(between(factors.1, "", ", which"))).abs() < 0.02, "{example}");
    }
}

/// Deals in which one combination of two fields wins, and so do exact amounts.
pub(crate) fn paired(rows: usize) -> Deals {
    let mut random = Random(5);
    let (regions, rivals) = (["North", "South, inner", "West"], ["Known", "Nobody", "Un|known"]);
    let (mut region, mut rival, mut amount, mut won) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rows {
        let (at, against) = ((3.0 * random.unit()) as usize, (3.0 * random.unit()) as usize);
        let exact = random.unit() < 0.5;
        let size = 10_000.0 + 90_000.0 * random.unit();
        let mut odds = -0.8 + [0.4, 0.0, -0.3][at] + [0.3, 0.0, -0.2][against];
        odds += if at == against { 1.3 } else { -0.5 };
        odds += if exact { 0.7 } else { -0.4 };
        won.push(random.unit() < 1.0 / (1.0 + f64::exp(-odds)));
        region.push(Some(regions[at]));
        rival.push((random.unit() < 0.9).then_some(rivals[against]));
        amount.push(if exact { size.round() } else { (size / 10_000.0).round() * 10_000.0 });
    }
    let mut data = Dataset::with_rows(rows);
    data.push(Field::new("Region"), Column::from_categories(&region)).unwrap();
    data.push(Field::new("Competitor Type"), Column::from_categories(&rival)).unwrap();
    data.push(Field::new("Amount"), Column::from_numbers(&amount)).unwrap();
    Deals::new(data, won).unwrap()
}

/// The sample data of the repository.
pub(crate) fn sample() -> Deals {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/data/deals.csv");
    let mut options = ReadOptions::default();
    options.kinds.push(("Opportunity ID".to_owned(), Kind::Identifier));
    let data = read_table_file(path, &options).unwrap().into_dataset(&options).unwrap();
    let outcome = OutcomeSpec::new("Outcome", ["Closed Won"], ["Closed Lost"]);
    label(data, &outcome).unwrap().closed
}

#[test]
fn every_point_of_a_plain_history_is_traceable() {
    assert!(check(&Run::of(Plan { deals: 900, predictive: true, capacity: false, rules: false })) >= 6);
}

#[test]
fn every_point_of_the_sample_is_traceable() {
    assert!(check(&Run::with_strategy(&sample(), None)) >= 4);
}

#[test]
fn every_point_of_every_strategy_is_traceable() {
    let deals = paired(4000);
    for strategy in Builtin::ALL {
        let run = Run::with_strategy(&deals, Some(strategy));
        assert!(check(&run) >= 4, "{strategy}");
        let markdown = checked(&run, true);
        let chosen = between(&markdown, "**How the strategy was chosen.** ", "\n");
        assert!(chosen.contains("was set by the user"), "{chosen}");
    }
}

#[test]
fn combinations_and_exactness_say_what_they_are() {
    let run = Run::with_strategy(&paired(4000), None);
    assert!(check(&run) >= 8);
    assert!(run.model.card.signals.iter().any(|signal| signal.is_pair()), "{:?}", run.fitted.comparison);
    let markdown = checked(&run, true);
    let text = between(&markdown, "## Section 3", "## Section 4");
    assert!(text.contains("**Combination: "));
    assert!(text.contains("These points come on top of any that the fields have of their own."));
    assert!(text.contains("| Region: North + Competitor Type: Known | +"));
    assert!(text.contains("Region: \"South, inner\" + Competitor Type: Nobody"), "{text}");
    assert!(text.contains("48,750 has 4"));
    assert!(text.contains("Amount (exactness) | +") || text.contains("Amount (exactness) | -"));
    let chosen = between(text, "**How the strategy was chosen.** ", "### 3.1");
    assert!(chosen.contains("Here the joint scorecard with combinations was better."));
    assert_eq!(chosen.matches("| yes |").count(), 1);
    assert_eq!(chosen.matches("| no |").count(), Builtin::ALL.len() - 1);
    let found = between(&markdown, "### 2.3", "### 2.4");
    assert!(found.contains("of its own (section 3)"), "{found}");
}
