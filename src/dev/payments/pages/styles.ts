/** The hosted page's only style sheet. Its look is deliberately not the shop's: the payer is somewhere else. */
export const styles = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f3f5f9, #0f1319);
  --card: light-dark(#ffffff, #171c24);
  --ink: light-dark(#151a23, #e8ecf3);
  --soft: light-dark(#545d6d, #a4aebf);
  --line: light-dark(#d5dbe5, #343c4a);
  --field: light-dark(#ffffff, #10151c);
  --accent: light-dark(#4338ca, #a5b4fc);
  --on-accent: light-dark(#ffffff, #14122e);
  --notice: light-dark(#fff3d1, #3a2f10);
  --notice-ink: light-dark(#5c4304, #f4dc98);
  --danger: light-dark(#b3261e, #ffb4ab);
  --danger-soft: light-dark(#fdecea, #3b1715);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  overflow-wrap: anywhere;
}
.notice {
  margin: 0;
  padding: 10px 16px;
  background: var(--notice);
  color: var(--notice-ink);
  text-align: center;
  font-size: 14px;
  font-weight: 600;
}
main { max-width: 460px; margin: 0 auto; padding: 20px 16px 48px; }
a { color: var(--accent); text-underline-offset: 3px; }
.back { display: inline-flex; align-items: center; min-height: 44px; gap: 6px; margin-bottom: 8px; }
h1 { margin: 0; font-size: 18px; font-weight: 600; line-height: 1.35; }
h2 { margin: 0 0 16px; font-size: 18px; line-height: 1.35; }
.order { margin: 8px 0 24px; }
.shop { margin: 0 0 4px; color: var(--soft); font-size: 14px; }
.total { margin: 4px 0 16px; font-size: 36px; font-weight: 650; line-height: 1.15; font-variant-numeric: tabular-nums; }
.total small { color: var(--soft); font-size: 16px; font-weight: 500; }
.lines { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
.lines li { display: flex; justify-content: space-between; gap: 16px; padding: 12px 0; border-bottom: 1px solid var(--line); }
.lines span:last-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
.lines small { display: block; color: var(--soft); font-size: 14px; }
.panel { padding: 20px; background: var(--card); border: 1px solid var(--line); border-radius: 14px; }
.problems { margin: 0 0 20px; padding: 14px 16px; background: var(--danger-soft); color: var(--danger); border-left: 4px solid var(--danger); border-radius: 8px; }
.problems h2 { margin: 0; font-size: 16px; }
.problems p { margin: 4px 0 0; color: var(--ink); }
.problems ul { margin: 4px 0 0; padding: 0; list-style: none; }
.problems a { display: block; padding: 5px 0; color: inherit; }
.problems code { color: var(--soft); font-size: 13px; }
.field { margin-bottom: 18px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 14px; align-items: start; }
label { display: block; margin-bottom: 4px; font-size: 14px; font-weight: 600; }
.hint { margin: 0 0 6px; color: var(--soft); font-size: 14px; }
input, select {
  width: 100%;
  min-height: 46px;
  padding: 9px 12px;
  border: 1px solid light-dark(#838c9c, #6b7688);
  border-radius: 8px;
  background: var(--field);
  color: var(--ink);
  font: inherit;
  font-variant-numeric: tabular-nums;
}
input[type='checkbox'] { flex: none; width: 24px; min-height: 24px; margin: 0; padding: 0; accent-color: var(--accent); }
.check { display: flex; align-items: center; gap: 12px; min-height: 44px; font-size: 16px; font-weight: 400; }
fieldset { margin: 0 0 20px; padding: 0; border: 0; }
legend { margin-bottom: 12px; padding: 0; font-weight: 650; }
.stack { display: grid; gap: 16px; }
.stack .panel h2 { margin-bottom: 6px; }
.stack .panel p { margin: 0 0 12px; }
h1.page { font-size: 24px; }
.next { margin-top: 20px; }
::placeholder { color: var(--soft); opacity: 1; }
input[aria-invalid='true'] { border: 2px solid var(--danger); padding: 8px 11px; }
.wrong { margin: 6px 0 0; color: var(--danger); font-size: 14px; font-weight: 600; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.given { margin: 0 0 18px; }
.given dt { font-size: 14px; font-weight: 600; }
.given dd { margin: 0; color: var(--soft); }
.button {
  display: block;
  width: 100%;
  min-height: 50px;
  padding: 12px 20px;
  border: 1px solid var(--accent);
  border-radius: 10px;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 650;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
.button:hover { filter: brightness(1.08); }
.quiet { margin-top: 12px; background: transparent; color: var(--accent); }
.after { margin: 14px 0 0; color: var(--soft); font-size: 14px; text-align: center; }
details { margin-top: 20px; border: 1px solid var(--line); border-radius: 14px; background: var(--card); }
summary { min-height: 44px; padding: 12px 20px; border-radius: 14px; font-weight: 600; cursor: pointer; }
.cards { padding: 0 20px 18px; }
.cards p { margin: 0 0 8px; color: var(--soft); font-size: 14px; }
.cards dl { margin: 0; }
.cards div { padding: 8px 0; border-top: 1px solid var(--line); }
.cards dt { font: 500 15px/1.4 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; }
.cards dd { margin: 0; color: var(--soft); font-size: 14px; }
.lead { margin: 8px 0 20px; color: var(--soft); }
@media (min-width: 900px) {
  main.pay { display: grid; grid-template-columns: 1fr 460px; gap: 0 72px; max-width: 1020px; padding-top: 48px; }
  .order { position: sticky; top: 32px; align-self: start; margin-top: 0; }
  .panel { padding: 28px; }
  main:not(.pay) { padding-top: 64px; }
}
@media (forced-colors: active) {
  .panel, details, .problems { border: 1px solid CanvasText; }
}
`;
