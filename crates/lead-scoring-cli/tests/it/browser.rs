//! The sample's page in a browser, where one is installed, in both languages: no message on its console, nothing requested, charts
//! visible and their texts clear of each other, nothing cut off, tables that sort and filter, and every section on paper, no heading
//! alone at the foot of a sheet; and a page whose names are as long as names get, which still fits the screen. `LEAD_SCORING_BROWSER` names the program; without it a Chromium on the path is taken.

use crate::run::{build_sample, run};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Added to the page: looks at it as a reader would and says what it saw.
const PROBE: &str = r#"<script>
const seen = {};
const box = (node) => { const { width, height } = node.getBoundingClientRect(); return width > 100 && height > 40; };
seen.charts = Array.from(document.querySelectorAll("svg.chart")).filter(box).length;
// Texts of a chart that run into each other or out of it.
seen.blurred = Array.from(document.querySelectorAll("svg.chart")).flatMap((chart) => {
  const frame = chart.getBoundingClientRect();
  const texts = Array.from(chart.querySelectorAll("text")).map((text) => text.getBoundingClientRect());
  const outside = (text) => text.left < frame.left - 1 || text.right > frame.right + 1;
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  return texts.filter((text, at) => outside(text) || texts.slice(0, at).some((other) => meet(text, other)));
}).length;
seen.requested = performance.getEntriesByType("resource").length;
seen.wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
// Tables that can be read only by moving them, and what else leaves the screen.
const cut = (frame) => frame.scrollWidth > frame.clientWidth + 1;
const beyond = (node) => !node.closest("svg, pre, .skip, .cards thead") && node.getBoundingClientRect().right > innerWidth + 1;
seen.cut = Array.from(document.querySelectorAll(".wide")).filter(cut).length + Array.from(document.querySelectorAll("main *")).filter(beyond).length;
seen.screen = innerWidth;
const [head, message] = {
  "en": ["Score", "1 of {all} rows"],
  "zh-Hans": ["评分", "显示 1 行，共 {all} 行"],
}[document.documentElement.lang];
const table = document.querySelector("table.leads");
const column = (at) => Array.from(table.tBodies[0].rows).map((row) => row.cells[at].textContent);
const score = Array.from(table.tHead.rows[0].cells).findIndex((cell) => cell.textContent === head);
const button = table.tHead.rows[0].cells[score].querySelector("button");
button.click();
const rising = column(score).map(Number);
seen.rises = rising.every((value, at) => at === 0 || rising[at - 1] <= value);
button.click();
const falling = column(score).map(Number);
seen.falls = falling.every((value, at) => at === 0 || falling[at - 1] >= value);
const first = column(1)[0];
const filter = document.querySelector(".filter input");
filter.value = first;
filter.dispatchEvent(new Event("input"));
seen.shown = Array.from(table.tBodies[0].rows).filter((row) => !row.hidden).length;
const told = document.querySelector(".filter output").textContent;
seen.told = told === message.replace("{all}", rising.length);
parent.postMessage(Object.entries(seen).map(([key, value]) => `${key}=${value}`).join(" "), "*");
</script>"#;

/// Holds the page in a frame as wide as a screen, since no window is as narrow as a phone, and keeps what the probe says.
const SCREEN: &str = r#"<!doctype html>
<script>addEventListener("message", (said) => { document.documentElement.dataset.seen = said.data; });</script>
<iframe src="probed.html" style="border: 0; width: WIDTHpx; height: 2000px"></iframe>"#;

/// What the page's policy lets run beside its own script: the probe. After a change the browser's console names the new hash.
const PROBE_HASH: &str = "sha256-kkzdVclaTgl70TNDgXAKNaQkbWYoNVHRrpZpN8QqcQk=";

/// The browser, if there is one.
fn browser() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("LEAD_SCORING_BROWSER") {
        return Some(named.into());
    }
    ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| on_path(name))
}

fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// Runs it on a page; its output and what it logged.
fn look(browser: &Path, page: &Path, more: &[&str]) -> (String, String) {
    let profile = tempfile::tempdir().unwrap();
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--enable-logging=stderr", "--log-level=0"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(more)
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    (
        String::from_utf8_lossy(&output.stdout).into_owned(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

#[test]
fn the_samples_page_works_in_a_browser() {
    let Some(browser) = browser() else {
        println!("skipped: there is no Chromium on the path; name one in LEAD_SCORING_BROWSER");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    for language in ["en", "zh-Hans"] {
        let folder = folder.path().join(language);
        build_sample(&folder, &["--language", language]).ok();
        let page = folder.join("lead-scoring-model.html");
        let html = std::fs::read_to_string(&page).unwrap();
        on_screen(&browser, &folder, &html);
        // Chinese letters reach a printed document's text only with a font for them.
        if language == "en" {
            on_paper(&browser, &page, &folder, &html);
        }
    }
}

/// Deals of 60 offices with names of a line each, one of them a single word, and a flag whose own name is a word that fits no line; and the
/// same as leads.
fn long_names() -> [String; 2] {
    let flag = "Visited".repeat(12);
    let (mut deals, mut leads) = (format!("Id,Office,{flag},Outcome\n"), format!("Id,Office,{flag}\n"));
    for at in 0..1200 {
        let (office, round) = (at % 60, at / 60);
        let name = match office {
            7 => "Headquarters".repeat(12),
            _ => format!("Sales office of district {office:02} in the northern half of the country"),
        };
        let visited = round % 2 == 0;
        let won = i32::from(office < 30) * 4 + i32::from(visited) * 3 > at * 7919 % 11;
        let row = format!("D-{at:04},{name},{}", if visited { "yes" } else { "no" });
        deals.push_str(&format!("{row},{}\n", if won { "Won" } else { "Lost" }));
        leads.push_str(&format!("{row}\n"));
    }
    [deals, leads]
}

#[test]
fn names_of_any_length_fit_the_screen() {
    let Some(browser) = browser() else {
        println!("skipped: there is no Chromium on the path; name one in LEAD_SCORING_BROWSER");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let [deals, leads] = ["deals.csv", "leads.csv"].map(|name| folder.join(name).display().to_string());
    for (path, text) in [&deals, &leads].iter().zip(long_names()) {
        std::fs::write(path, text).unwrap();
    }
    let out = folder.join("out").display().to_string();
    let outcome = ["--outcome", "Outcome", "--won", "Won", "--lost", "Lost", "--id", "Id"];
    let arguments = ["build", &deals, "--leads", &leads, "--out", &out];
    run(arguments.iter().chain(&outcome)).ok();
    let out = folder.join("out");
    let html = std::fs::read_to_string(out.join("lead-scoring-model.html")).unwrap();
    for part in ["district 05", &"Headquarters".repeat(12), &"Visited".repeat(12)] {
        assert!(html.contains(part), "`{part}` is not on the page");
    }
    on_screen(&browser, &out, &html);
}

/// The probe finds everything in its place, on a desk and in a hand, even a small one.
fn on_screen(browser: &Path, folder: &Path, html: &str) {
    let probed = folder.join("probed.html");
    let allowed = html.replacen("script-src ", &format!("script-src '{PROBE_HASH}' "), 1);
    std::fs::write(&probed, allowed.replacen("</body>", &format!("{PROBE}</body>"), 1)).unwrap();
    for width in ["1280", "390", "320"] {
        let screen = folder.join("screen.html");
        std::fs::write(&screen, SCREEN.replace("WIDTH", width)).unwrap();
        let how =
            ["--dump-dom", "--hide-scrollbars", "--window-size=1280,2000", "--virtual-time-budget=5000"];
        let (dom, log) = look(browser, &screen, &how);
        let messages: Vec<&str> = log.lines().filter(|line| line.contains("CONSOLE")).collect();
        assert!(messages.is_empty(), "{messages:?}");
        let start = dom.find("data-seen=\"").expect("the probe did not run") + "data-seen=\"".len();
        let seen = dom[start..].split('"').next().unwrap();
        assert_eq!(
            seen,
            format!(
                "charts=8 blurred=0 requested=0 wide=false cut=0 screen={width} rises=true falls=true shown=1 told=true"
            ),
            "{} at a width of {width}",
            folder.display()
        );
    }
}

/// Every heading is in the printed document, and what it is about follows it on the same sheet.
fn on_paper(browser: &Path, page: &Path, folder: &Path, html: &str) {
    let printed = folder.join("printed.pdf");
    look(browser, page, &["--no-pdf-header-footer", &format!("--print-to-pdf={}", printed.display())]);
    let pdf = std::fs::read(&printed).unwrap();
    assert!(pdf.starts_with(b"%PDF") && pdf.len() > 50_000, "{} bytes", pdf.len());
    let Some(reader) = on_path("pdftotext") else { return };
    let text = Command::new(reader).arg("-layout").arg(&printed).arg("-").output().unwrap();
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    let last = |sheet: &str| sheet.trim_end().lines().next_back().map(one_line);
    let feet: Vec<String> = text.split('\u{c}').filter_map(last).collect();
    let text = one_line(&text);
    let headings = html.split("<h2 id=").chain(html.split("<h3 id=")).filter_map(|part| {
        let (_, heading) = part.split_once('>')?;
        heading.split_once("</h").map(|(heading, _)| heading)
    });
    let headings: Vec<&str> =
        headings.filter(|heading| !heading.contains('<') && !heading.contains('&')).collect();
    assert!(headings.len() > 30, "{headings:?}");
    for heading in headings {
        assert!(text.contains(heading), "`{heading}` is not on paper");
        assert!(!feet.iter().any(|foot| heading.ends_with(foot)), "`{heading}` ends a sheet");
    }
    // Nor does the first of two paragraphs between a heading and its table.
    let before_tables = html.split("</h3>\n<p>").skip(1).filter_map(|part| {
        let (first, rest) = part.split("<h").next()?.split_once("</p>\n<p>")?;
        let next = rest.split_once("</p>\n")?.1;
        let is_table = next.starts_with("<div class=\"filter\"") || next.starts_with("<div class=\"wide\"");
        let texts = first.split('<').map(|text| text.rsplit_once('>').map_or(text, |(_, text)| text));
        is_table.then(|| texts.collect::<String>())
    });
    let before_tables: Vec<String> = before_tables.collect();
    assert!(before_tables.len() > 2, "{before_tables:?}");
    for first in before_tables {
        assert!(!feet.iter().any(|foot| first.ends_with(foot)), "`{first}` ends a sheet before its table");
    }
    // Neither what announces a list or a table does, nor the head of a table.
    let heads = html.split("<thead").skip(1).filter_map(|part| part.split("</thead>").next());
    let heads: Vec<Vec<&str>> =
        heads.map(|head| head.split(['<', '>']).skip(1).flat_map(str::split_whitespace).collect()).collect();
    assert!(feet.len() > 20 && heads.len() > 20);
    for foot in feet {
        let is_of = |head: &Vec<&str>| foot.split(' ').all(|word| head.contains(&word));
        assert!(!foot.ends_with(':') && !heads.iter().any(is_of), "`{foot}` ends a sheet");
    }
}
