export const STYLE = `
:host { display: block; container-type: inline-size; color-scheme: light dark; --ink: light-dark(#1b1e28, #e8eaf2); --quiet: light-dark(#565d70, #a5acc0);
  --line: light-dark(#d9dde8, #3a4054); --ground: light-dark(#fff, #181b25); --accent: light-dark(#3344c5, #9aa6ff); --chosen: light-dark(#ecedfb, #262b48);
  --bad: light-dark(#b3261e, #ff9d94); --bad-ground: light-dark(#fdeceb, #3b1d1d); font: 14px/20px system-ui, sans-serif; color: var(--ink); }
* { box-sizing: border-box; margin: 0; }
.panel { display: flex; flex-direction: column; gap: 8px; padding: 12px; background: var(--ground); border: 1px solid var(--line); border-radius: 8px; }
label { display: block; font-size: 12px; color: var(--quiet); }
input { width: 100%; min-height: 36px; padding: 6px 10px; font: inherit; color: inherit; background: transparent; border: 1px solid light-dark(#828a9f, #7b839b); border-radius: 6px; }
input:focus-visible, button:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
[role=listbox] { max-height: 240px; overflow: auto; border-block: 1px solid var(--line); }
[role=option] { padding: 8px; border-inline-start: 3px solid transparent; cursor: pointer; overflow-wrap: anywhere; }
[role=option][aria-selected=true] { background: var(--chosen); border-inline-start-color: var(--accent); }
[role=option] b { display: block; font-weight: 600; }
.quiet { font-size: 12px; color: var(--quiet); }
mark { background: light-dark(#ffeeb0, #5a4708); color: inherit; }
.answer { overflow-wrap: anywhere; }
.answer p + p, .answer ul, .answer ol { margin-top: 8px; }
.never { padding: 8px 10px; border-inline-start: 3px solid var(--bad); background: var(--bad-ground); white-space: pre-line; }
button { min-height: 36px; padding: 6px 12px; font: inherit; font-weight: 600; border-radius: 6px; border: 1px solid var(--line); background: transparent; color: inherit; cursor: pointer; }
button.main { background: #3344c5; border-color: #3344c5; color: #fff; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
[role=status] { min-height: 20px; }
.bad { color: var(--bad); }
[hidden] { display: none; }
@container (width < 260px) { .two { grid-template-columns: 1fr; } }
`;
