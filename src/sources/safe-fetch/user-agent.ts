/** The product token that robots.txt files know this program by. */
export const AGENT_NAME = 'MujazBot'

/** Says who asks and what for: there is no page about the bot that could be named. */
export function userAgentOf(version: string): string {
  return `${AGENT_NAME}/${version} (Arabic news digest; reads feeds, and pages that its editors name)`
}
