// The messages of one chat: drawn once, changed in place, never redrawn as a whole.

import { isRightToLeft, isWebAddress, messageContent } from './entities.js'

const LOCALE = 'ar-u-ca-gregory-nu-latn'
const clockFormat = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const dayFormat = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' })

/**
 * The list of messages. `actions` has command(text), link(event, address), press(messageId, data) and reply(message).
 */
export function createChatView({ log, scroll, down, downCount, typing }, actions) {
  const drawn = new Map()
  let unseen = 0

  const atBottom = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60
  const toBottom = () => scroll.scrollTo({ top: scroll.scrollHeight, behavior: 'instant' })

  /** To the bottom, but not past the beginning of what is new: a long answer is read from its first line. */
  function toNew(node) {
    const top = Math.min(scroll.scrollHeight - scroll.clientHeight, node.offsetTop - 12)
    scroll.scrollTo({ top, behavior: 'instant' })
  }

  function showPosition() {
    const bottom = atBottom()
    if (bottom) unseen = 0
    down.hidden = bottom
    downCount.hidden = unseen === 0
    downCount.textContent = String(unseen)
  }

  scroll.addEventListener('scroll', showPosition, { passive: true })
  down.addEventListener('click', toBottom)
  new ResizeObserver(() => {
    if (down.hidden) toBottom()
  }).observe(scroll)

  /** Shows the chat as it is now; `fresh` when another person's chat takes the place. */
  function show(chat, fresh) {
    const stick = fresh || atBottom()
    if (fresh) {
      for (const { node } of drawn.values()) node.remove()
      drawn.clear()
      unseen = 0
    }
    const known = new Map(chat.messages.map((message) => [message.messageId, message]))
    for (const [id, { node }] of drawn) {
      if (known.has(id)) continue
      node.remove()
      drawn.delete(id)
    }
    let previous = null
    let added = 0
    let own = false
    let firstNew = null
    for (const [index, message] of chat.messages.entries()) {
      const quoted = message.replyTo === null ? null : (known.get(message.replyTo) ?? null)
      const look = JSON.stringify([message, quoted?.text ?? null])
      let entry = drawn.get(message.messageId)
      if (entry === undefined) {
        entry = { node: document.createElement('article'), look: '' }
        drawn.set(message.messageId, entry)
        if (!fresh && !prefersStillness()) entry.node.classList.add('arriving')
        if (!fresh) firstNew ??= entry.node
        if (message.from === 'bot') added += 1
        else own = true
      }
      if (entry.look !== look) drawMessage(entry.node, message, quoted, actions)
      entry.look = look
      const next = chat.messages[index + 1]
      const day = dayOf(message)
      entry.node.dataset.day = previous !== null && dayOf(previous) === day ? '' : dayName(message)
      entry.node.classList.toggle(
        'last',
        next === undefined || next.from !== message.from || dayOf(next) !== day,
      )
      if (log.children[index] !== entry.node) log.insertBefore(entry.node, log.children[index] ?? null)
      previous = message
    }
    typing.hidden = !chat.typing
    markPressed(chat.pressed)
    // Whoever writes wants to see what follows, wherever they had scrolled to.
    if (!stick && !own) unseen += added
    else if (firstNew === null) toBottom()
    else toNew(firstNew)
    showPosition()
  }

  function markPressed(pressed) {
    for (const button of log.querySelectorAll('button[data-press]')) {
      const waits = pressed.some(
        ({ messageId, data }) =>
          button.dataset.message === String(messageId) && button.dataset.press === data,
      )
      button.classList.toggle('waiting', waits)
      button.ariaBusy = String(waits)
    }
  }

  return { show, nodeOf: (id) => drawn.get(id)?.node ?? null }
}

function drawMessage(node, message, quoted, actions) {
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset.press : undefined
  node.className = `message ${message.from}${node.classList.contains('arriving') ? ' arriving' : ''}`
  node.ariaLabel = message.from === 'bot' ? 'رسالة من موجز' : 'رسالتك'
  const bubble = make('div', 'bubble')
  if (quoted !== null) bubble.append(quotedPart(quoted, actions))
  const body = make('div', 'body')
  body.append(messageContent(message.text, message.entities, actions))
  const meta = metaPart(message)
  // The time shares the last line when that line leaves its end free for it.
  const shares = body.lastElementChild?.className === 'line' && isRightToLeft(message.text.split('\n').at(-1))
  if (shares) {
    const room = make('span', `room-for-meta${message.edited ? ' wide' : ''}`)
    room.ariaHidden = 'true'
    body.lastElementChild.append(room)
  }
  meta.classList.toggle('below', !shares)
  bubble.append(body, meta, replyButton(message, actions))
  const column = make('div', 'column')
  column.append(bubble)
  if (message.keyboard !== null) column.append(keyboardPart(message, actions))
  node.replaceChildren(column)
  bubble.addEventListener('click', (event) => {
    // Fingers cannot hover: a tap on the bubble brings out its reply button.
    if (event.target.closest('a, button, .spoiler') || String(getSelection()) !== '') return
    node.classList.toggle('touched')
  })
  if (focused !== undefined) node.querySelector(`[data-press="${CSS.escape(focused)}"]`)?.focus()
}

function quotedPart(quoted, actions) {
  const button = make('button', 'quoted')
  button.type = 'button'
  const who = make('strong', '', quoted.from === 'bot' ? 'موجز' : 'أنت')
  const text = make('span', '', quoted.text.slice(0, 160).replaceAll('\n', ' '))
  text.dir = 'auto'
  button.append(who, text)
  button.addEventListener('click', () => actions.show(quoted.messageId))
  return button
}

function metaPart(message) {
  const meta = make('div', 'meta')
  if (message.edited) meta.append(make('span', '', 'معدّلة'))
  const time = make('time', '', clockFormat.format(message.date * 1000))
  time.dateTime = new Date(message.date * 1000).toISOString()
  meta.append(time)
  if (message.from === 'person') meta.append(icon('icon-sent'))
  return meta
}

function replyButton(message, actions) {
  const button = make('button', 'reply')
  button.type = 'button'
  button.title = 'رد'
  button.append(icon('icon-reply'), make('span', 'hidden', 'رد على الرسالة'))
  button.addEventListener('click', () => actions.reply(message))
  return button
}

function keyboardPart(message, actions) {
  const keyboard = make('div', 'keyboard')
  keyboard.role = 'group'
  keyboard.ariaLabel = 'أزرار الرسالة'
  for (const row of message.keyboard) {
    const line = make('div', 'keys')
    for (const { text, url, data } of row) {
      const key = make(url === null ? 'button' : 'a', 'key')
      const label = make('span', '', text)
      label.dir = 'auto'
      key.append(label)
      if (url === null) {
        key.type = 'button'
        key.dataset.message = String(message.messageId)
        key.dataset.press = data ?? ''
        key.addEventListener('click', () => {
          if (!key.classList.contains('waiting')) actions.press(message.messageId, data, key)
        })
      } else if (isWebAddress(url)) {
        key.href = url
        key.target = '_blank'
        key.rel = 'noopener noreferrer'
        key.append(icon('icon-out'))
        key.addEventListener('click', (event) => actions.link(event, url))
      }
      line.append(key)
    }
    keyboard.append(line)
  }
  return keyboard
}

export function make(tag, className = '', text = '') {
  const element = document.createElement(tag)
  if (className !== '') element.className = className
  if (text !== '') element.textContent = text
  return element
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `#${name}`)
  svg.setAttribute('aria-hidden', 'true')
  svg.classList.add(name)
  svg.append(use)
  return svg
}

const dayOf = (message) => new Date(message.date * 1000).toDateString()

function dayName(message) {
  const now = Date.now()
  if (dayOf(message) === new Date(now).toDateString()) return 'اليوم'
  if (dayOf(message) === new Date(now - 86_400_000).toDateString()) return 'أمس'
  return dayFormat.format(message.date * 1000)
}

function prefersStillness() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
