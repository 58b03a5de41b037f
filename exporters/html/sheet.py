"""The style sheet with places for what `exporters.html.style` fills in."""

SHEET = """
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: $ink; --quiet: $quiet; --hairline: $hairline; --accent: $accent; --soft: $accent_soft;
  --land: $land; --water: $water; --coast: $coast; --caution: $caution; --caution-ground: $caution_ground;
  --sans: "$sans", system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  --serif: "$serif", Charter, "Iowan Old Style", Georgia, Cambria, serif;
}
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body {
  max-width: 52rem; margin: 0 auto; padding: 2rem 1.5rem 4rem;
  background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans);
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, h6 { margin: 0; font-weight: bold; line-height: 1.25; text-wrap: balance }
h1 { font: bold $title_size/1.22 var(--serif) }
h2 { margin-top: 2.2rem; color: var(--accent); font-size: $h2_size }
h3 { margin-top: 1.6rem; color: var(--accent); font-size: $h3_size }
h4, h5, h6 { margin-top: 1.4rem; font-size: $h4_size }
p { margin: .7rem 0 }
a { color: var(--accent); text-decoration: none }
a:hover { text-decoration: underline }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
small { color: var(--quiet); font-size: $quiet_scale }
:target { scroll-margin-top: 1rem; box-shadow: -.3rem 0 0 var(--paper), -.5rem 0 0 var(--accent) }

.furniture {
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem;
  color: var(--quiet); font-size: $furniture_size;
}
.furniture p { margin: .3rem 0 }
.caveat { font-weight: bold }
header.furniture { margin-bottom: 2rem; border-bottom: 1px solid var(--ink) }
footer.furniture { margin-top: 3rem; border-top: 1px solid var(--hairline) }
.details { margin: .4rem 0 1.6rem; color: var(--quiet) }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: 0 0 1.6rem; padding: 0; list-style: none }
nav { font-size: $table_size }
.lead {
  margin: 1.4rem 0; padding-inline-start: 1.2rem; border-inline-start: 4px solid var(--accent);
  font: $lead_size/1.5 var(--serif);
}
.caution {
  margin: 1.2rem 0; padding: .6rem .9rem; border: 1px solid var(--caution); border-inline-start-width: 5px;
  background: var(--caution-ground);
}
.cover { margin: 1rem 0 1.8rem; border-bottom: 1px solid var(--hairline) }
.cover div { display: flex; gap: 1rem; padding: .35rem 0; border-top: 1px solid var(--hairline) }
.cover dt { flex: 0 0 8rem; color: var(--quiet) }
.cover dd { margin: 0 }
.logo {
  display: block; margin-bottom: 1rem; max-width: 100%; width: auto; height: auto; max-height: 44px;
  background: #fff;
}
figure { margin: 1.2rem 0 1.6rem }
.drawing { overflow-x: auto }
figure svg { display: block; width: 100%; min-width: 36rem; height: auto; font-family: var(--sans) }
figcaption, caption.shown {
  position: static; width: auto; height: auto; margin: .5rem 0; clip-path: none; overflow: visible;
  color: var(--quiet); font-size: $table_size; text-align: start;
}
$shades
svg .strong { font-weight: bold }
.wide { overflow-x: auto }
.wide table { min-width: 56rem }
.contents-title { margin: 0 0 .3rem; color: var(--accent); font-weight: bold }
.footnotes { margin-top: 2.4rem; padding-top: .6rem; border-top: 1px solid var(--hairline) }
.footnotes { font-size: $table_size }
.footnotes ol { padding-inline-start: 1.6rem }
.footnotes li { margin: .3rem 0 }
.reference { color: var(--accent) }
p.quiet { color: var(--quiet); font-size: $quiet_size }
.verbatim { font-family: var(--serif) }

table { width: 100%; margin: .6rem 0 1.4rem; border-collapse: collapse; font: $table_size/1.42 var(--sans) }
caption, .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
th, td {
  padding: .5rem .5rem; border-bottom: 1px solid var(--hairline);
  font-weight: normal; text-align: left; vertical-align: top;
}
th { overflow-wrap: break-word }
html[dir=ltr] :is(th, td):first-child, html[dir=rtl] :is(th, td):last-child { padding-left: 0 }
html[dir=ltr] :is(th, td):last-child, html[dir=rtl] :is(th, td):first-child { padding-right: 0 }
thead th { border-bottom-color: var(--ink); font-weight: bold; vertical-align: bottom }
.end { text-align: right; font-variant-numeric: tabular-nums }
html[dir=rtl] :is(th, td) { text-align: right }
html[dir=rtl] .end { text-align: left }
.total td { border-bottom: 0; font-weight: bold }
$shares

.passages {
  position: relative; max-width: 42rem; padding-inline-start: 2.4rem;
  font: $passage_size/1.75 var(--serif);
}
.passages h2, .passages h3, .passages h4, .passages h5, .passages h6 {
  margin: 1.4rem 0 .7rem; color: inherit; font: bold 1.1em/1.35 var(--serif);
}
.passages p, .passages li { margin: .9rem 0 }
.passages ul:not(.legend) { margin: .9rem 0; padding-inline-start: 1.2rem }
blockquote { margin: .9rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--hairline) }
.passages .caption { color: var(--quiet); font: $quiet_size/1.5 var(--sans) }
.number {
  position: absolute; left: 0; color: var(--quiet); font: $furniture_size/2.3 var(--sans);
  user-select: none; -webkit-user-select: none;
}
html[dir=rtl] .number { right: 0; left: auto }
mark {
  padding: .08em 0; background: var(--fill); color: inherit;
  text-decoration: underline 1.5px var(--line); text-decoration-skip-ink: none;
  -webkit-box-decoration-break: clone; box-decoration-break: clone;
}
mark mark { background: none }
.lane-0 { text-underline-offset: .2em }
.lane-1 { text-underline-offset: .38em }
.lane-2 { text-underline-offset: .56em }
.lane-3 { text-underline-offset: .74em }
$labels
sup, .lead a[href^="#"] { vertical-align: $marker_rise; font: bold $marker_scale/0 var(--sans) }
sup {
  margin-inline: .12em; color: var(--line);
  user-select: none; -webkit-user-select: none;
}
sup a, .lead .reference a { color: inherit; font: inherit; vertical-align: baseline }
.note-sign { margin-inline-start: .15em }
.legend {
  display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin: .4rem 0 1.2rem; padding: 0; list-style: none;
  font: $table_size/1.6 var(--sans);
}
.passages .legend li { margin: 0 }
.notes {
  max-width: 42rem; margin: 1.6rem 0; padding: .8rem 0 0 2.4rem; border-top: 1px solid var(--hairline);
  list-style: none; font-size: $table_size;
}
.notes li { position: relative; margin: .5rem 0 }
.notes p { margin: 0 }
.back { position: absolute; inset-inline-start: -2.4rem }

@media (max-width: 40rem) {
  body { padding: 1rem 1rem 3rem }
  h1 { font-size: 1.6rem }
  .passages { padding-inline-start: 1.6rem }
  .notes { padding-inline-start: 1.9rem }
  .back { inset-inline-start: -1.9rem }
  .cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; width: auto; border: 0; padding: 0 }
  .cards colgroup { display: none }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .cards caption.shown { display: block }
  .cards tbody { border-top: 1px solid var(--ink) }
  .cards tr { padding: .7rem 0; border-bottom: 1px solid var(--hairline) }
  .cards :is(td, th) { margin: .15rem 0; text-align: start }
  .cards :is(td, th):empty { display: none }
  .cards [data-title] { padding-inline-start: 7rem; text-indent: -7rem }
  .cards [data-title] > * { text-indent: 0 }
  .cards [data-title]::before {
    content: attr(data-title); display: inline-block; box-sizing: border-box; width: 7rem;
    padding-inline-end: .6rem; vertical-align: top; text-indent: 0;
    color: var(--quiet); font-family: var(--sans); font-size: $quiet_size;
  }
  .cards .total [data-title] { padding-inline-start: 0; text-indent: 0 }
  .cards .total [data-title]::before { content: none }
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: $dark_paper; --ink: $dark_ink; --quiet: $dark_quiet; --hairline: $dark_hairline;
    --accent: $dark_accent; --soft: $dark_accent_soft;
    --land: $dark_land; --water: $dark_water; --coast: $dark_coast;
    --caution: $dark_caution; --caution-ground: $dark_caution_ground;
  }
$dark_labels
}
@media print {
  :root { color-scheme: light }
  html { font-size: $body_size }
  body { max-width: none; padding: 0 }
  .page-break { break-after: page }
  .wide, :is(h2, h3, h4, h5, h6):has(+ .wide) { page: sideways }
  .wide, .drawing { overflow: visible }
  .wide table, figure svg { min-width: 0 }
  .wide + .page-break { break-after: auto }
  figure { break-inside: avoid }
  nav:not(.contents), footer.furniture { display: none }
  header.furniture { margin-bottom: 1.6rem }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  h1, h2, h3, h4, h5, h6, .legend { break-after: avoid }
  tr, li, .lead { break-inside: avoid }
  thead { display: table-header-group }
  p, .passages p { orphans: 2; widows: 2 }
}
@page {
  size: $page_size; margin: $page_margin; font: $furniture_points "$sans", sans-serif;
  @top-left { content: $caveat; font-weight: bold }
  @top-right { content: $dateline }
  @bottom-left { content: $title; width: 38% }
  @bottom-center { content: $caveat; white-space: nowrap }
  @bottom-right { content: counter(page) " / " counter(pages); width: 38% }
}
@page sideways { size: $page_size landscape }
/* Some browsers print no margin boxes: the first sheet shows the page's own header in any case. */
@page :first {
  @top-left { content: none }
  @top-right { content: none }
}
"""
