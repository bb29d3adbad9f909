// What a bot answers to a pressed button: a line that goes away by itself, or a window that is closed.

import { make } from './chat.js'

const SHOWN_FOR = 4500

export function createNotices({ toasts, alert, alertText }) {
  /** How far each person's notices have been shown; those from before the page was opened are not. */
  const shownUntil = new Map()

  function toast(text) {
    const line = make('p', '', text)
    line.dir = 'auto'
    toasts.append(line)
    while (toasts.children.length > 3) toasts.firstElementChild.remove()
    setTimeout(() => line.remove(), SHOWN_FOR)
  }

  function showAlert(text) {
    alertText.textContent = text
    if (!alert.open) alert.showModal()
  }

  return {
    toast,
    follow(personId, notices) {
      const until = shownUntil.get(personId)
      shownUntil.set(personId, notices.at(-1)?.at ?? until ?? 0)
      if (until === undefined) return
      for (const notice of notices) {
        if (notice.at <= until) continue
        if (notice.alert) showAlert(notice.text)
        else toast(notice.text)
      }
    },
  }
}
