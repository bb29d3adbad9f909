/** Asks the sandbox; throws an Error whose message is the server's code. */
async function ask(path, body) {
  const posted = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }
  const response = await fetch(`api/${path}`, body === undefined ? {} : posted)
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) throw new Error(answer.error ?? String(response.status))
  return answer
}

export const loadSandbox = () => ask('sandbox')
export const loadChat = (id) => ask(`people/${id}/chat`)
export const loadCalls = (id) => ask(`people/${id}/calls`)
export const sendText = (id, text, replyToMessageId) =>
  ask(`people/${id}/messages`, replyToMessageId === null ? { text } : { text, replyToMessageId })
export const pressButton = (id, messageId, data) => ask(`people/${id}/presses`, { messageId, data })
export const setBlocked = (id, blocked) => ask(`people/${id}/blocked`, { blocked })
export const sendDigest = (id) => ask(`people/${id}/digest`, {})

/** Follows changes; the browser connects again by itself when the stream breaks. */
export function followChanges({ onChange, onConnection }) {
  const source = new EventSource('api/events')
  source.addEventListener('change', (event) => onChange(JSON.parse(event.data).personId))
  source.addEventListener('open', () => onConnection(true))
  source.addEventListener('error', () => onConnection(false))
}
