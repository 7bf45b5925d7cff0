/** Of the page that shows the API; it loads nothing else. */
export const documentationStyle = `
  :root { color-scheme: light dark; --line: #8884; --soft: #8881; --link: #1c7ed6;
    font: 15px/1.55 system-ui, sans-serif; }
  @media (prefers-color-scheme: dark) { :root { --link: #74c0fc; } }
  body { display: flex; margin: 0; }
  nav { flex: 0 0 19rem; height: 100vh; overflow: auto; position: sticky; top: 0;
    box-sizing: border-box; padding: 1.25rem; border-right: 1px solid var(--line); }
  nav h2 { font-size: .8rem; margin: 1.25rem 0 .25rem; opacity: .7; }
  nav ul { list-style: none; margin: 0; padding: 0; font-size: .82rem; }
  nav li a { display: block; padding: .15rem 0; overflow-wrap: anywhere; }
  nav b { font-size: .7rem; }
  .home { font-weight: 600; }
  main { flex: 1; min-width: 0; max-width: 60rem; padding: 1.5rem 2.5rem 6rem; }
  main > h2 { margin: 3rem 0 0; }
  section { padding: 1rem 0; border-top: 1px solid var(--line); }
  h3 { font-size: 1.05rem; overflow-wrap: anywhere; }
  h3 b { font-size: .75rem; padding: .2rem .5rem; border-radius: .3rem; color: #fff;
    background: #1971c2; }
  h3 b.get { background: #2b8a3e; }
  h3 b.delete { background: #c92a2a; }
  h4 { margin: 1rem 0 .25rem; font-size: .85rem; }
  a { color: var(--link); text-decoration: none; }
  a:hover, a:focus-visible { text-decoration: underline; }
  table { border-collapse: collapse; width: 100%; font-size: .88rem; }
  th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
    border-top: 1px solid var(--soft); overflow-wrap: anywhere; }
  th { width: 14rem; font-weight: 400; }
  th em { font-size: .75rem; opacity: .7; }
  td p { margin: .1rem 0 0; opacity: .8; }
  td table { margin: .35rem 0 0 .75rem; width: calc(100% - .75rem); }
  code, pre { font-family: ui-monospace, monospace; font-size: .85em; }
  pre { background: var(--soft); padding: .75rem; border-radius: .4rem; overflow: auto; }
  @media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; }
    main { padding: 1rem; } th { width: 9rem; } }
`
