//! The choice of colours: that of `--color`, or else cargo's own setting.

use clap::ColorChoice;
use colorchoice_clap::Color;

/// `--color`, and without it `CARGO_TERM_COLOR`, or `term.color` of a configuration file, as cargo itself reads them.
pub fn choose(asked: Color) {
    let color = match asked.color {
        ColorChoice::Auto => configured(),
        color => color,
    };
    Color { color }.write_global();
}

fn configured() -> ColorChoice {
    use cargo_config2::Color as Setting;

    match cargo_config2::Config::load().ok().and_then(|config| config.term.color) {
        Some(Setting::Always) => ColorChoice::Always,
        Some(Setting::Never) => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}
