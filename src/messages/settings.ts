import type { Wording } from './fluent.ts'
import { type Html, joinHtml } from './html.ts'
import type { Language } from './language.ts'
import { inDirection, oneLine, stack } from './lines.ts'
import { type PreferencesView, preferenceLines } from './preferences.ts'
import { shorten } from './shorten.ts'
import { type NextDigest, nextDigest } from './subscription.ts'

const GIVEN_LIMIT = 80

/** What is set; the buttons below change it. `subscription` is null where there is none. */
export function settings(
  wording: Wording,
  input: { language: Language; subscription: { view: PreferencesView; next: NextDigest } | null },
): Html {
  const { language, subscription } = input
  return inDirection(
    wording.language,
    stack(
      wording.html('settings-heading'),
      wording.html('settings-language', { name: wording.text(`language-${language}`) }),
      wording.html(subscription === null ? 'settings-inactive' : 'settings-active'),
      subscription === null ? null : preferenceLines(wording, subscription.view),
      subscription === null ? null : nextDigest(wording, subscription.next),
    ),
  )
}

/** Whatever can be set and has a page of buttons of its own. */
export type Setting = 'times' | 'zone' | 'days' | 'quiet' | 'length' | 'language'

/** Asks for a choice from the buttons; `chosen` is what is set now, `note` why a press has changed nothing. */
export function ask(
  wording: Wording,
  setting: Setting,
  input: { chosen?: Partial<PreferencesView>; note?: Html } = {},
): Html {
  const chosen = preferenceLines(wording, input.chosen ?? {})
  return inDirection(
    wording.language,
    joinHtml([chosen, stack(wording.html(`ask-${setting}`), input.note ?? null)], '\n\n'),
  )
}

/** Asks for words instead, with examples. */
export function askTyped(wording: Wording, what: 'time' | 'zone' | 'quiet'): Html {
  return wording.html(`type-${what}`)
}

/** A question in a chat of several people, where only replies to the bot are for it. */
export function answeredByReply(wording: Wording, question: Html): Html {
  return joinHtml([question, wording.html('answer-by-reply')], '\n\n')
}

/** What was typed cannot be read; the question stays. */
export function badAnswer(wording: Wording, what: 'time' | 'zone' | 'quiet', given: string): Html {
  return wording.html(`bad-${what}`, { given: shorten(oneLine(given), GIVEN_LIMIT) })
}

/** The zone that a place or a name has given. */
export function zoneSet(wording: Wording, zone: string): Html {
  return preferenceLines(wording, { zone })
}

/** Goes with a button of the phone's keyboard that sends the place. */
export function askLocation(wording: Wording): Html {
  return wording.html('ask-location')
}

/** The place lies in no zone that is known. */
export function badPlace(wording: Wording): Html {
  return wording.html('bad-place')
}

/** No further time fits. */
export function mostTimes(wording: Wording, count: number): Html {
  return wording.html('times-most', { count })
}

/** The last time, or the last day, cannot be removed. */
export function lastOne(wording: Wording, of: 'times' | 'days'): Html {
  return of === 'times' ? wording.html('times-last') : wording.html('days-last')
}
