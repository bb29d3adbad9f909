import type { Preferences } from '../../../readers/subscription.ts'

/** What somebody has asked for so far; what is not in it stays as it is. */
export type Wish = Partial<Pick<Preferences, 'times' | 'zone' | 'days' | 'length' | 'silent'>>

/** What is asked about a subscription. */
export type SubscriptionDialog =
  /** A line of /subscribe was not understood whole, or could mean several zones: nothing is stored yet. */
  | { readonly waitsFor: 'subscription'; readonly wish: Wish; readonly zones: readonly string[] }
  | {
      readonly waitsFor: 'time' | 'zone' | 'quiet'
      /** The phone shows the button that sends the place. */
      readonly placeButton?: boolean
    }
