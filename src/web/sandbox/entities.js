// Telegram's entities as DOM nodes. Text goes into text nodes only, never into markup.

const BLOCKS = new Set(['pre', 'blockquote', 'expandable_blockquote'])
const ISOLATES = /[\u2066-\u2068][^\u2069]*\u2069?/g
const STRONG = /[\u200e\u200fA-Za-z\u00c0-\u02b8\u0370-\u052f]|[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * The content of a message: lines with their own direction, quotations and code as blocks.
 * `actions` has command(text) and link(event, address).
 */
export function messageContent(text, entities, actions) {
  const content = document.createDocumentFragment()
  const blocks = entities.filter((entity) => BLOCKS.has(entity.type))
  const inline = entities.filter((entity) => !BLOCKS.has(entity.type))
  let at = 0
  for (const block of blocks) {
    if (block.offset < at) continue
    // The line break around a block is the block's own edge.
    addLines(content, text, at, block.offset, inline, actions, 'before')
    const end = block.offset + block.length
    const element = blockElement(block)
    const body = element.querySelector('.body') ?? element
    if (block.type === 'pre') body.append(text.slice(block.offset, end))
    else addLines(body, text, block.offset, end, inline, actions)
    content.append(element)
    at = text[end] === '\n' ? end + 1 : end
  }
  addLines(content, text, at, text.length, inline, actions)
  return content
}

/**
 * Whether a line reads from right to left: by its first strong letter outside of isolates, as Telegram's apps decide.
 * (dir="auto" would look into isolates.) A line without letters follows the page.
 */
export function isRightToLeft(line) {
  const strong = STRONG.exec(line.replace(ISOLATES, ''))?.[0]
  return strong === undefined || (strong >= '\u0590' && strong !== '\u200e')
}

function addLines(parent, text, from, to, entities, actions, edge) {
  if (from >= to) return
  const lines = text.slice(from, to).split('\n')
  if (edge === 'before' && lines.at(-1) === '') lines.pop()
  let at = from
  for (const line of lines) {
    const element = document.createElement('div')
    element.className = 'line'
    element.dir = isRightToLeft(line) ? 'rtl' : 'ltr'
    if (line === '') element.append(document.createElement('br'))
    else addInline(element, text, at, at + line.length, entities, actions)
    parent.append(element)
    at += line.length + 1
  }
}

/** Entities come outer first, so each one holds those that lie inside of it. */
function addInline(parent, text, from, to, entities, actions) {
  let at = from
  const here = entities.filter((entity) => entity.offset < to && entity.offset + entity.length > from)
  here.forEach((entity, index) => {
    const begin = Math.max(entity.offset, at)
    const end = Math.min(entity.offset + entity.length, to)
    if (begin >= end) return
    parent.append(text.slice(at, begin))
    const element = inlineElement(entity, text.slice(entity.offset, entity.offset + entity.length), actions)
    addInline(element, text, begin, end, here.slice(index + 1), actions)
    parent.append(element)
    at = end
  })
  parent.append(text.slice(at, to))
}

const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' }

function inlineElement(entity, text, actions) {
  if (entity.type === 'text_link' || entity.type === 'url') {
    return linkElement(entity.url ?? (/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`), actions)
  }
  if (entity.type === 'mention') return linkElement(`https://t.me/${text.slice(1)}`, actions)
  if (entity.type === 'bot_command') {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'command'
    button.addEventListener('click', () => actions.command(text))
    return button
  }
  const element = document.createElement(TAGS[entity.type] ?? 'span')
  if (entity.type === 'hashtag') element.className = 'hashtag'
  if (entity.type === 'spoiler') coverSpoiler(element)
  return element
}

function linkElement(address, actions) {
  const link = document.createElement('a')
  if (!isWebAddress(address)) return link
  link.href = address
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.addEventListener('click', (event) => actions.link(event, address))
  return link
}

export function isWebAddress(address) {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol)
}

function coverSpoiler(element) {
  element.className = 'spoiler'
  element.tabIndex = 0
  element.role = 'button'
  element.ariaLabel = 'نص مخفي، اضغط لإظهاره'
  const reveal = (event) => {
    if (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return
    if (element.classList.contains('shown')) return
    event.preventDefault()
    element.classList.add('shown')
    element.removeAttribute('role')
    element.removeAttribute('aria-label')
    element.removeAttribute('tabindex')
  }
  element.addEventListener('click', reveal)
  element.addEventListener('keydown', reveal)
}

function blockElement(entity) {
  if (entity.type === 'pre') {
    const pre = document.createElement('pre')
    pre.dir = 'ltr'
    if (entity.language) pre.dataset.language = entity.language
    return pre
  }
  const quote = document.createElement('blockquote')
  if (entity.type === 'blockquote') return quote
  quote.className = 'expandable'
  const body = document.createElement('div')
  body.className = 'body'
  const toggle = document.createElement('button')
  toggle.type = 'button'
  toggle.ariaExpanded = 'false'
  toggle.textContent = 'المزيد'
  toggle.addEventListener('click', () => {
    const open = quote.classList.toggle('open')
    toggle.ariaExpanded = String(open)
    toggle.textContent = open ? 'أقل' : 'المزيد'
  })
  quote.append(body, toggle)
  return quote
}
