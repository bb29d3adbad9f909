// The drawer with the raw calls of the Bot API, newest first.

import { make } from './chat.js'

/** `load()` gives the calls of the chat that is shown. */
export function createCallsDrawer({ shell, drawer, list, none, filter, close, toggles }, load) {
  let calls = []
  let wanted = 0

  function draw() {
    const words = filter.value.trim().toLowerCase().split(/\s+/).filter(Boolean)
    const matching = calls.filter((call) => words.every((word) => call.haystack.includes(word)))
    const known = new Map([...list.children].map((line) => [line.dataset.key, line]))
    list.replaceChildren(...matching.toReversed().map((call) => known.get(call.key) ?? callLine(call)))
    none.hidden = matching.length > 0
    none.textContent = calls.length === 0 ? 'لا نداءات بعد.' : 'لا نداء يطابق التصفية.'
  }

  async function refresh() {
    if (drawer.hidden) return
    wanted += 1
    const mine = wanted
    // The page itself says when the program is out of reach.
    const answer = await load().catch(() => null)
    if (answer === null || mine !== wanted) return
    calls = answer.calls.map((call) => ({
      ...call,
      key: `${call.at}-${call.number}`,
      haystack: JSON.stringify(call).toLowerCase(),
    }))
    draw()
  }

  function setOpen(open) {
    drawer.hidden = !open
    shell.classList.toggle('with-calls', open)
    for (const toggle of toggles) toggle.ariaExpanded = String(open)
    if (open) {
      void refresh()
      filter.focus()
    } else toggles[0].focus()
  }

  for (const toggle of toggles) toggle.addEventListener('click', () => setOpen(drawer.hidden))
  close.addEventListener('click', () => setOpen(false))
  drawer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') setOpen(false)
  })
  filter.addEventListener('input', draw)

  return { refresh }
}

function callLine(call) {
  const line = make('li')
  line.dataset.key = call.key
  const details = make('details')
  const summary = make('summary')
  const time = make('time', '', new Date(call.at).toTimeString().slice(0, 8))
  const state = make('span', 'state', call.answer.ok ? 'ok' : String(call.answer.error_code))
  summary.append(make('span', 'method', call.method), state, time)
  details.className = call.answer.ok ? 'good' : 'bad'
  details.append(summary)
  // Most calls are never opened, so their JSON is written out when they are.
  details.addEventListener('toggle', () => {
    if (!details.open || details.children.length > 1) return
    details.append(jsonPart('request', call.payload), jsonPart('answer', call.answer))
  })
  line.append(details)
  return line
}

function jsonPart(title, value) {
  const part = make('section')
  const code = make('pre')
  code.tabIndex = 0
  for (const piece of JSON.stringify(value, null, 2).split(
    /("(?:[^"\\]|\\.)*"(?:\s*:)?|\b(?:true|false|null)\b|-?\b\d+(?:\.\d+)?\b)/,
  )) {
    if (piece === '') continue
    code.append(/^["\dtfn-]/.test(piece) ? make('span', kindOf(piece), piece) : piece)
  }
  part.append(make('h3', '', title), code)
  return part
}

function kindOf(piece) {
  if (!piece.startsWith('"')) return 'literal'
  return piece.endsWith(':') ? 'name' : 'text'
}
