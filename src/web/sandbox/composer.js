// Where a person writes: the text, the menu of commands, the message that is replied to.

import { make } from './chat.js'

/** `send(text, replyToMessageId)` gives a promise; the text stays when it fails. */
export function createComposer(parts, send) {
  const { form, text, button, list, toggle, quoting, quotingWho, quotingText, quotingCancel } = parts
  let commands = []
  let shown = []
  let active = -1
  let replyTo = null

  function fit() {
    text.style.height = 'auto'
    text.style.height = `${Math.min(text.scrollHeight, 180)}px`
    text.classList.toggle('full', text.scrollHeight > 180)
    button.disabled = text.value.trim() === ''
  }

  function setText(value) {
    text.value = value
    fit()
  }

  async function submit(value) {
    if (value.trim() === '') return
    const answered = replyTo
    closeCommands()
    setReply(null)
    setText('')
    try {
      await send(value, answered?.messageId ?? null)
    } catch {
      if (text.value === '') setText(value)
      setReply(answered)
    }
  }

  function setReply(message) {
    replyTo = message
    quoting.hidden = message === null
    if (message === null) return
    quotingWho.textContent = message.from === 'bot' ? 'رد على موجز' : 'رد على رسالتك'
    quotingText.textContent = message.text.slice(0, 200).replaceAll('\n', ' ')
    text.focus()
  }

  function openCommands(filter) {
    shown = commands.filter(({ command }) => command.startsWith(filter))
    active = shown.length > 0 ? 0 : -1
    list.replaceChildren(...shown.map(commandLine))
    setOpen(shown.length > 0)
    markActive()
  }

  function commandLine({ command, description }, index) {
    const line = make('li')
    line.id = `command-${index}`
    line.role = 'option'
    const about = make('span', '', description)
    about.dir = 'auto'
    const name = make('code', '', `/${command}`)
    name.dir = 'ltr'
    line.append(about, name)
    line.addEventListener('pointerdown', (event) => event.preventDefault())
    line.addEventListener('click', () => submit(`/${command}`))
    return line
  }

  function setOpen(open) {
    list.hidden = !open
    toggle.ariaExpanded = String(open)
    if (!open) text.removeAttribute('aria-activedescendant')
  }

  const closeCommands = () => setOpen(false)

  function markActive() {
    for (const [index, line] of [...list.children].entries()) line.ariaSelected = String(index === active)
    if (active < 0) return
    text.setAttribute('aria-activedescendant', `command-${active}`)
    list.children[active]?.scrollIntoView({ block: 'nearest' })
  }

  text.addEventListener('input', () => {
    fit()
    const typed = /^\/([a-z0-9_]*)$/i.exec(text.value)
    if (typed) openCommands(typed[1].toLowerCase())
    else closeCommands()
  })
  text.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const open = !list.hidden
    if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      active = (active + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length
      markActive()
    } else if (open && event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault()
      setText(`/${shown[active].command} `)
      closeCommands()
    } else if (event.key === 'Escape') {
      if (open) closeCommands()
      else setReply(null)
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void submit(open ? `/${shown[active].command}` : text.value)
    }
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit(text.value)
    text.focus()
  })
  toggle.addEventListener('click', () => {
    if (list.hidden) openCommands('')
    else closeCommands()
    text.focus()
  })
  quotingCancel.addEventListener('click', () => {
    setReply(null)
    text.focus()
  })
  document.addEventListener('click', (event) => {
    if (!event.target.closest('#commands, #composer')) closeCommands()
  })
  fit()

  return {
    setCommands(next) {
      commands = next
      toggle.disabled = next.length === 0
    },
    reply: setReply,
    reset() {
      setReply(null)
      closeCommands()
      setText('')
    },
  }
}
