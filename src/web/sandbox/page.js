import {
  followChanges,
  loadCalls,
  loadChat,
  loadSandbox,
  pressButton,
  sendDigest,
  sendText,
  setBlocked,
} from './api.js'
import { createCallsDrawer } from './calls.js'
import { createChatView, make } from './chat.js'
import { createComposer } from './composer.js'
import { createNotices } from './notices.js'
import { setUpTheme } from './theme-switch.js'

const part = (id) => document.getElementById(id)
const ROLES = { reader: 'قارئ', owner: 'مالك' }
const FAULTS = {
  not_found: 'لم تعد هذه الرسالة موجودة.',
  usage: 'البوت محظور في هذه المحادثة.',
  too_large: 'النص أطول من المسموح.',
  input_invalid: 'تعذّر قبول هذا النص.',
}

let bot = { name: 'موجز', username: '' }
let person = null
let connected = true
let latest = null
let typingTimer

const notices = createNotices({ toasts: part('toasts'), alert: part('alert'), alertText: part('alert-text') })
const chatView = createChatView(
  {
    log: part('log'),
    scroll: part('scroll'),
    down: part('down'),
    downCount: part('down-count'),
    typing: part('typing'),
  },
  { command: say, link: openLink, press, reply: (message) => composer.reply(message), show: showMessage },
)
const composer = createComposer(
  {
    form: part('composer'),
    text: part('text'),
    button: part('send'),
    list: part('commands'),
    toggle: part('commands-toggle'),
    quoting: part('quoting'),
    quotingWho: part('quoting-who'),
    quotingText: part('quoting-text'),
    quotingCancel: part('quoting-cancel'),
  },
  (text, replyTo) => attempt(() => sendText(person.id, text, replyTo)),
)
const drawer = createCallsDrawer(
  {
    shell: part('shell'),
    drawer: part('calls'),
    list: part('calls-list'),
    none: part('calls-none'),
    filter: part('calls-filter'),
    close: part('calls-close'),
    toggles: [part('calls-toggle'), part('menu-calls')],
  },
  () => loadCalls(person.id),
)

/** Runs what may fail, and says so in words; throws on so that the caller can keep what was typed. */
async function attempt(act) {
  try {
    return await act()
  } catch (error) {
    notices.toast(FAULTS[error.message] ?? 'تعذّر الاتصال بالبرنامج.')
    throw error
  }
}

function say(text) {
  attempt(() => sendText(person.id, text, null)).catch(() => {})
}

function block(blocked) {
  attempt(() => setBlocked(person.id, blocked)).catch(() => {})
}

/** A link to the bot itself is a /start in this chat; all others open beside the page. */
function openLink(event, address) {
  const url = new URL(address)
  const [, name = ''] = url.pathname.split('/')
  if (url.hostname !== 't.me' || name.toLowerCase() !== bot.username.toLowerCase()) return
  event.preventDefault()
  const payload = url.searchParams.get('start') ?? ''
  say(payload === '' ? '/start' : `/start ${payload}`)
}

function press(messageId, data, key) {
  key.classList.add('waiting')
  attempt(() => pressButton(person.id, messageId, data)).catch(() => key.classList.remove('waiting'))
}

function showMessage(messageId) {
  const node = chatView.nodeOf(messageId)
  if (node === null) return
  node.scrollIntoView({ block: 'center' })
  node.classList.add('pointed')
  setTimeout(() => node.classList.remove('pointed'), 1500)
}

let loading = false
let again = false

/** Brings the chat up to date; changes that come meanwhile are gathered into one more round. */
async function refresh(fresh = false) {
  if (loading && !fresh) {
    again = true
    return
  }
  loading = true
  const whose = person
  try {
    const chat = await loadChat(whose.id)
    connected = true
    if (whose === person) showChat(chat, fresh)
  } catch {
    setConnected(false)
  } finally {
    loading = false
  }
  if (again) {
    again = false
    void refresh()
  }
}

function showChat(chat, fresh) {
  latest = chat
  chatView.show(chat, fresh)
  notices.follow(person.id, chat.notices)
  composer.setCommands(chat.commands)
  part('empty').hidden = chat.messages.length > 0 || chat.blocked
  part('composer').hidden = chat.blocked
  part('blocked').hidden = !chat.blocked
  part('block-label').textContent = chat.blocked ? 'إلغاء حظر البوت' : 'حظر البوت'
  clearTimeout(typingTimer)
  // Nobody announces the end of typing, it runs out.
  if (chat.typing || chat.pressed.length > 0) typingTimer = setTimeout(() => void refresh(), 3000)
  showStatus()
}

function showStatus() {
  const typing = latest?.typing ? 'يكتب…' : 'بوت · محادثة تجريبية'
  part('status').textContent = connected ? typing : 'انقطع الاتصال، تجري المحاولة من جديد…'
  part('status').classList.toggle('alive', connected && latest?.typing === true)
}

function setConnected(now) {
  connected = now
  showStatus()
}

function choose(next) {
  person = next
  for (const choice of part('people').children) {
    choice.querySelector('input').checked = choice.dataset.person === String(next.id)
  }
  composer.reset()
  void refresh(true)
  void drawer.refresh()
}

function drawPeople(people) {
  part('people').replaceChildren(
    ...people.map((one) => {
      const label = make('label')
      label.dataset.person = String(one.id)
      label.title = one.name
      const input = make('input')
      input.type = 'radio'
      input.name = 'person'
      input.addEventListener('change', () => choose(one))
      const twins = people.filter(({ role }) => role === one.role).length > 1
      label.append(input, make('span', '', twins ? one.name : ROLES[one.role]))
      return label
    }),
  )
}

async function digestNow() {
  part('digest').disabled = true
  try {
    const { sent, text } = await attempt(() => sendDigest(person.id))
    if (!sent || text !== '') notices.toast(text || 'لا جديد لإرساله.')
  } catch {
    // Said already.
  } finally {
    part('digest').disabled = false
  }
}

part('digest').addEventListener('click', () => void digestNow())
part('start').addEventListener('click', () => say('/start'))
part('unblock').addEventListener('click', () => block(false))
part('block-switch').addEventListener('click', () => {
  part('menu').hidePopover()
  block(!latest?.blocked)
})
part('menu-calls').addEventListener('click', () => part('menu').hidePopover())
setUpTheme(part('theme-switch'), part('theme-label'))

async function begin() {
  const sandbox = await loadSandbox()
  bot = sandbox.bot
  part('bot-name').textContent = bot.name
  drawPeople(sandbox.people)
  choose(sandbox.people[0])
  followChanges({
    onChange(personId) {
      if (personId === null || personId === person.id) void refresh()
      void drawer.refresh()
    },
    onConnection(now) {
      setConnected(now)
      // Whatever happened during a break is caught up with.
      if (now) void refresh()
    },
  })
}

async function beginUntilDone() {
  try {
    await begin()
  } catch {
    setConnected(false)
    setTimeout(() => void beginUntilDone(), 2000)
  }
}

void beginUntilDone()
