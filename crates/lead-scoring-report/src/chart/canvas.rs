//! The one place that knows the drawing library: axes, bars, lines, texts, in fixed colours that a style sheet may replace.
//!
//! Everything is drawn at ten times its size, since the library puts every point on a whole number: scaled down, lines are smooth.
//! Colours are fixed texts in the picture, so that dark pages recolour them by attribute selectors.

use crate::{Error, ErrorKind, Result};
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use std::ops::Range;

/// Width of every picture in the units of its page.
pub(crate) const WIDTH: i32 = 420;
/// Units of the drawing in one of the page.
pub(crate) const SCALE: i32 = 10;
/// The library's size of a letter that is one unit high.
const LETTER: f64 = 1.24 * SCALE as f64;
const LETTERS: f64 = 11.5;
/// Width of a letter of East Asian writing, in units of the page.
const FULL_WIDTH: f64 = 12.2;
/// Width of the line around a pale surface, in units of the drawing: it is seen where the surface itself hardly is.
const EDGE: u32 = 6;
/// Room for the texts of an axis.
const BESIDE: i32 = 56;
const BELOW: i32 = 40;
const MARGIN: i32 = 6;
/// Room for the half of a mark's text that stands beside its point.
const HALF_MARK: i32 = 22;
/// Room on both sides of rows, whose axis takes none.
const ASIDE: i32 = 2 * (MARGIN + HALF_MARK);
/// Most lines of a row's name.
const NAME_LINES: usize = 2;
/// Most letters behind a name's last colon that stay on one line.
const SHORT_END: usize = 16;
/// Height of a line of texts.
pub(crate) const LINE: i32 = 16;

pub(crate) const WON: RGBColor = RGBColor(0x1F, 0x77, 0x5C);
pub(crate) const LOST: RGBColor = RGBColor(0xB5, 0x53, 0x3C);
pub(crate) const MAIN: RGBColor = RGBColor(0x0B, 0x5C, 0xAD);
pub(crate) const QUIET: RGBColor = RGBColor(0x6E, 0x76, 0x80);
const GRID: RGBColor = RGBColor(0xDD, 0xE1, 0xE6);
const TEXT: RGBColor = RGBColor(0x24, 0x29, 0x2F);

/// What drawing gives.
pub(crate) type Drawn<T> = std::result::Result<T, DrawingAreaErrorKind<std::io::Error>>;
pub(crate) type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
pub(crate) type Plane<'c, 'a> = ChartContext<'c, SVGBackend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// Draws into a picture of some height and returns its elements, without the element that holds them.
pub(crate) fn picture(height: i32, draw: impl FnOnce(&Area<'_>) -> Drawn<()>) -> Result<String> {
    let mut svg = String::new();
    {
        let size = (units(WIDTH).unsigned_abs(), units(height).unsigned_abs());
        let area = SVGBackend::with_string(&mut svg, size).into_drawing_area();
        draw(&area).and_then(|()| area.present()).map_err(|error| {
            Error::new(ErrorKind::Rendering, format!("a chart could not be drawn: {error}"))
        })?;
    }
    let inside = svg.split_once('>').map_or("", |(_, rest)| rest).trim();
    Ok(inside.strip_suffix("</svg>").unwrap_or(inside).replace('\n', ""))
}

pub(crate) const fn units(page: i32) -> i32 {
    page * SCALE
}

/// Two axes with their names and marks.
pub(crate) struct Axes<'t> {
    pub(crate) x: Range<f64>,
    pub(crate) y: Range<f64>,
    pub(crate) x_name: &'t str,
    /// Empty where positions along it mean nothing; it then takes no room.
    pub(crate) y_name: &'t str,
    pub(crate) x_mark: &'t dyn Fn(f64) -> String,
    pub(crate) y_mark: fn(f64) -> String,
    /// Room above, in units of the page.
    pub(crate) above: i32,
}

impl Axes<'_> {
    /// Draws them and returns the plane between.
    pub(crate) fn draw<'c, 'a>(&self, area: &'c Area<'a>) -> Drawn<Plane<'c, 'a>> {
        let measured = !self.y_name.is_empty();
        let mut plane = ChartBuilder::on(area)
            .margin(units(MARGIN))
            .margin_top(units(MARGIN + 6 + self.above))
            .margin_right(units(MARGIN + HALF_MARK))
            .x_label_area_size(units(BELOW))
            .y_label_area_size(if measured { units(BESIDE) } else { units(HALF_MARK) })
            .build_cartesian_2d(self.x.clone(), self.y.clone())?;
        let x_mark = |value: &f64| (self.x_mark)(*value);
        let y_mark = |value: &f64| (self.y_mark)(*value);
        let mut mesh = plane.configure_mesh();
        mesh.light_line_style(TRANSPARENT)
            .bold_line_style(GRID.stroke_width(SCALE.unsigned_abs()))
            .axis_style(QUIET.stroke_width(SCALE.unsigned_abs()))
            .label_style(letters(LETTERS))
            .axis_desc_style(letters(LETTERS))
            .set_all_tick_mark_size(units(4))
            .x_labels(6)
            .y_labels(6)
            .x_desc(self.x_name)
            .x_label_formatter(&x_mark)
            .y_label_formatter(&y_mark);
        if measured {
            mesh.y_desc(self.y_name);
        } else {
            mesh.disable_y_mesh().disable_y_axis();
        }
        mesh.draw()?;
        Ok(plane)
    }
}

fn letters(size: f64) -> TextStyle<'static> {
    ("sans-serif", size * LETTER).into_font().color(&TEXT)
}

/// Where a text stands from its point.
#[derive(Clone, Copy)]
pub(crate) enum Side {
    Right,
    Left,
}

/// A line of text at a point of the picture, in units of the drawing.
pub(crate) fn write(area: &Area<'_>, text: &str, at: (i32, i32), side: Side) -> Drawn<()> {
    let horizontal = match side {
        Side::Right => HPos::Left,
        Side::Left => HPos::Right,
    };
    let style = letters(LETTERS).pos(Pos::new(horizontal, VPos::Center));
    area.draw(&Text::new(text.to_owned(), at, style))
}

/// What the colours stand for, in the first line of the picture.
pub(crate) fn legend(area: &Area<'_>, keys: &[(RGBColor, &str)]) -> Drawn<()> {
    let (mut x, y) = (units(BESIDE + MARGIN), units(MARGIN + LINE / 2));
    for (colour, text) in keys {
        let square = [(x, y - units(5)), (x + units(10), y + units(5))];
        area.draw(&Rectangle::new(square, colour.filled()))?;
        write(area, text, (x + units(15), y), Side::Right)?;
        x += units(35) + (width(text) * f64::from(SCALE)) as i32;
    }
    Ok(())
}

/// About how wide a text is, in units of the page.
fn width(text: &str) -> f64 {
    text.chars().map(letter_width).sum()
}

/// About how wide a letter is in a broad typeface; those of East Asian writing take twice the room.
fn letter_width(c: char) -> f64 {
    match c {
        '\u{2e80}'.. => FULL_WIDTH,
        'i' | 'j' | 'l' | 'I' | '|' | '.' | ',' | ':' | ';' | '\'' | '!' | ' ' | '\u{a0}' => 4.2,
        'f' | 'r' | 't' | '-' | '(' | ')' | '[' | ']' | '/' => 5.0,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' => 11.2,
        'A'..='Z' | '+' | '=' | '<' | '>' | '~' | '&' => 9.0,
        _ => 7.3,
    }
}

/// A text broken into lines between words, a word longer than a line behind its marks or where it must be.
fn broken(text: &str, room: f64) -> Vec<String> {
    let mut letters: Vec<char> = crate::escape::one_line(text).chars().collect();
    // What a name ends with, `4 or more` or `-1 to +1`, stays on one line.
    let last = letters.iter().rposition(|c| matches!(c, ':' | '：')).map_or(letters.len(), |at| at + 2);
    if letters.len().saturating_sub(last) <= SHORT_END {
        letters.iter_mut().skip(last).filter(|c| **c == ' ').for_each(|c| *c = '\u{a0}');
    }
    // A sign of order stays with what it compares.
    let orders = |c: Option<&char>| matches!(c, Some('<' | '>' | '='));
    for at in 1..letters.len() {
        if letters[at] == ' ' && (orders(letters.get(at - 1)) || orders(letters.get(at + 1))) {
            letters[at] = '\u{a0}';
        }
    }
    let (mut lines, mut from) = (Vec::new(), 0);
    while from < letters.len() {
        let mut used = 0.0;
        let fits = letters[from..].iter().take_while(|c| {
            used += letter_width(**c);
            used <= room
        });
        let end = from + fits.count().max(1);
        let parts = |at: &usize| {
            let (before, after) = (letters[at - 1], letters[*at]);
            let mark = matches!(after, '，' | '、' | '：' | '）' | '。' | '…');
            before == ' ' || after == ' ' || before >= '\u{2e80}' && !mark
        };
        // Not within the dots of `...`.
        let marked =
            |at: &usize| matches!(letters[at - 1], '_' | '-' | '.' | '/') && letters[at - 1] != letters[*at];
        let behind = || (from + 1..=end).rev();
        let to = if end == letters.len() {
            end
        } else {
            behind().find(parts).or_else(|| behind().find(marked)).unwrap_or(end)
        };
        let line: String = letters[from..to].iter().collect();
        let line = line.trim();
        if !line.is_empty() {
            lines.push(line.replace('\u{a0}', " "));
        }
        from = to;
    }
    lines
}

/// What is said of a name over a row, in at most two lines: a name too long for them is cut at a word, and what is said with it stays whole.
pub(crate) fn in_lines(name: &str, say: impl Fn(&str) -> Result<String>) -> Result<Vec<String>> {
    let room = f64::from(WIDTH - ASIDE);
    let lines = broken(&say(name)?, room);
    if lines.len() <= NAME_LINES {
        return Ok(lines);
    }
    // No more letters than the narrowest ones that could fit.
    let letters: Vec<char> = crate::escape::one_line(name).chars().take(200).collect();
    let ends = || (1..letters.len()).rev();
    let words = ends().filter(|end| letters[*end] == ' ' || letters[*end] >= '\u{2e80}');
    for end in words.chain(ends()) {
        let kept: String = letters[..end].iter().collect();
        let cut = format!("{}…", kept.trim_end_matches([' ', ',', ':', '+', '，', '：', '、']));
        let lines = broken(&say(&cut)?, room);
        if lines.len() <= NAME_LINES {
            return Ok(lines);
        }
    }
    // Nothing of the name would fit: what is said of it is as long by itself.
    Ok(lines.into_iter().take(NAME_LINES).collect())
}

/// A filled box between two points of the plane.
pub(crate) fn bar(
    plane: &mut Plane<'_, '_>,
    colour: RGBColor,
    from: (f64, f64),
    to: (f64, f64),
) -> Drawn<()> {
    plane.draw_series(std::iter::once(Rectangle::new([from, to], colour.filled())))?;
    Ok(())
}

/// A line through points.
pub(crate) fn line(
    plane: &mut Plane<'_, '_>,
    colour: RGBColor,
    page_width: f64,
    points: &[(f64, f64)],
) -> Drawn<()> {
    let style = colour.stroke_width((page_width * f64::from(SCALE)) as u32);
    plane.draw_series(std::iter::once(PathElement::new(points.to_vec(), style)))?;
    Ok(())
}

/// A line from a point of the picture straight up to a height.
pub(crate) fn rise(
    area: &Area<'_>,
    colour: RGBColor,
    page_width: f64,
    (x, from): (i32, i32),
    to: i32,
) -> Drawn<()> {
    let style = colour.stroke_width((page_width * f64::from(SCALE)) as u32);
    area.draw(&PathElement::new(vec![(x, from), (x, to)], style))
}

/// A pale surface between an upper and a lower line, which edge it.
pub(crate) fn band(
    plane: &mut Plane<'_, '_>,
    colour: RGBColor,
    upper: &[(f64, f64)],
    lower: &[(f64, f64)],
) -> Drawn<()> {
    let outline: Vec<(f64, f64)> = upper.iter().chain(lower.iter().rev()).copied().collect();
    plane.draw_series(std::iter::once(Polygon::new(outline, colour.mix(0.2).filled())))?;
    let edges = [upper, lower].map(|edge| PathElement::new(edge.to_vec(), colour.stroke_width(EDGE)));
    plane.draw_series(edges)?;
    Ok(())
}

/// A filled box between two points of the picture, in units of the drawing.
pub(crate) fn block(area: &Area<'_>, colour: RGBColor, from: (i32, i32), to: (i32, i32)) -> Drawn<()> {
    area.draw(&Rectangle::new([from, to], colour.filled()))
}

/// A pale surface within an outline of the picture, in units of the drawing.
pub(crate) fn surface(area: &Area<'_>, colour: RGBColor, outline: Vec<(i32, i32)>) -> Drawn<()> {
    let edge = PathElement::new(outline.clone(), colour.stroke_width(EDGE));
    area.draw(&Polygon::new(outline, colour.mix(0.4).filled()))?;
    area.draw(&edge)
}

/// A dot.
pub(crate) fn dot(plane: &mut Plane<'_, '_>, colour: RGBColor, at: (f64, f64)) -> Drawn<()> {
    plane.draw_series(std::iter::once(Circle::new(at, units(4), colour.filled())))?;
    Ok(())
}

/// A text beside a point of the plane.
pub(crate) fn beside(plane: &mut Plane<'_, '_>, text: &str, at: (f64, f64)) -> Drawn<()> {
    let style = letters(LETTERS).pos(Pos::new(HPos::Left, VPos::Center));
    plane.draw_series(std::iter::once(Text::new(text.to_owned(), at, style)))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_broken_into_lines_and_cut_before_what_is_said_of_them() {
        let room = f64::from(WIDTH - ASIDE);
        let say = |name: &str| Ok(format!("{name}: -12 to +4"));
        let lines = |name: &str| in_lines(name, say).unwrap();
        assert_eq!(lines("short"), ["short: -12 to +4"]);
        assert_eq!(lines("a\nb\u{202e}c"), ["a b c: -12 to +4"]);
        let two = "What is your current occupation + Last Notable Activity: SMS Sent";
        assert_eq!(lines(two).join(" "), say(two).unwrap(), "whole, in two lines");
        assert_eq!(lines(two).len(), 2);
        let ends = ["-1 to +1", "4 or more", "< 7 years"];
        for (end, count) in ends.into_iter().flat_map(|end| (5..40).map(move |count| (end, count))) {
            let lines = broken(&format!("{}c: {end}", "ab ".repeat(count)), room);
            assert!(lines.iter().any(|line| line.ends_with(end)), "{lines:?}");
        }
        let compared = broken(&format!("{}\"... >= 7 years\", \"4 <= ... < 7 years\"", "a".repeat(32)), room);
        assert!(compared[1].starts_with("\"4 <= ... < 7"), "{compared:?}");
        for long in ["letters and words ".repeat(40), "長".repeat(80), "W".repeat(90), "_ab".repeat(80)] {
            let lines = lines(&long);
            assert_eq!(lines.len(), 2, "{lines:?}");
            assert!(lines[1].ends_with("…: -12 to +4"), "{lines:?}");
            assert!(lines.iter().all(|line| width(line) <= room), "{lines:?}");
        }
        let cut = lines(&"letters and words ".repeat(40));
        assert!(
            ["letters…", "and…", "words…"].iter().any(|word| cut[1].contains(word)),
            "at a word: {cut:?}"
        );
        assert!(lines(&"x_ab".repeat(30))[0].ends_with('_'));
        assert!(in_lines("n", |_| Ok("say it ".repeat(80))).unwrap().len() == 2);
    }

    #[test]
    fn a_picture_is_elements_only_and_hostile_texts_stay_texts() {
        let svg = picture(40, |area| write(area, "<script>&\"", (0, 100), Side::Right)).unwrap();
        assert!(svg.starts_with("<text") && svg.ends_with("</text>"), "{svg}");
        assert!(svg.contains("&lt;script&gt;&amp;"), "{svg}");
    }
}
