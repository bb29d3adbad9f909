/** What a robots.txt says to one program: the rules of its own group, else those for everybody. */
export interface RobotsRules {
  /** Whether a path, with its query, may be fetched. */
  allow(path: string): boolean
}

interface Rule {
  readonly allow: boolean
  readonly pattern: string
}

interface Group {
  readonly agents: Set<string>
  readonly rules: Rule[]
}

/** What RFC 9309 asks a reader to take in at least; nobody's file is longer in earnest. In bytes. */
export const ROBOTS_LIMIT = 500 * 1024

/** Nothing is forbidden. */
export const ALL_ALLOWED: RobotsRules = { allow: () => true }
/** Nothing is allowed. */
export const NONE_ALLOWED: RobotsRules = { allow: () => false }

/**
 * Reads a robots.txt (RFC 9309): the groups that name the program are taken together, else those of `*`; the longest
 * rule that matches decides, and permission wins a tie. Lines that are no rules are passed over.
 * @param agent the product token, in any case: `MujazBot`
 */
export function readRobots(text: string, agent: string): RobotsRules {
  const groups = groupsOf(text)
  const token = agent.toLowerCase()
  const own = groups.filter(({ agents }) => agents.has(token))
  const taken = own.length > 0 ? own : groups.filter(({ agents }) => agents.has('*'))
  const rules = taken
    .flatMap((group) => group.rules)
    .sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow))
  if (rules.length === 0) return ALL_ALLOWED
  return {
    allow(path) {
      const asked = literally(normalised(path))
      if (asked === '/robots.txt') return true
      return rules.find(({ pattern }) => matches(pattern, asked))?.allow ?? true
    },
  }
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  let current: Group | null = null
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [, name = '', value = ''] = /^\s*([A-Za-z-]+)\s*:\s*([^#]*)/.exec(line) ?? []
    const key = name.toLowerCase()
    if (key === 'user-agent') {
      // Names that follow one another share the rules below them; a name after a rule opens another group.
      if (current === null || current.rules.length > 0)
        groups.push((current = { agents: new Set(), rules: [] }))
      current.agents.add(tokenOf(value))
    } else if (current !== null && (key === 'allow' || key === 'disallow')) {
      const pattern = normalised(value.trim()).replace(/\$(?!$)/g, '%24')
      // An empty rule forbids nothing, but it is a rule: the group has begun.
      current.rules.push({ allow: pattern === '' || key === 'allow', pattern })
    }
  }
  return groups
}

/** `MujazBot/1.0 (…)` in a robots.txt means MujazBot. */
function tokenOf(value: string): string {
  const name = value.trim()
  return name.startsWith('*') ? '*' : (/^[A-Za-z_-]+/.exec(name)?.[0] ?? name).toLowerCase()
}

/**
 * One spelling for every path: what is not ASCII is written in percent-encoded UTF-8, what need not be encoded is not.
 * An Arabic path stands in these files in either form.
 */
function normalised(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/g, (run) => encodeURIComponent(run.toWellFormed()))
    .replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
      const sign = String.fromCharCode(Number.parseInt(hex, 16))
      return /[\w.~-]/.test(sign) ? sign : whole.toUpperCase()
    })
}

/** Signs of patterns that stand in a path as themselves, written as a pattern would have to write them. */
function literally(path: string): string {
  return path.replaceAll('*', '%2A').replaceAll('$', '%24')
}

/** `*` is any run of signs, a `$` at the end is the end. In steps as many as the two are long at most, times the stars. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$')
  const [first = '', ...rest] = (anchored ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  const last = anchored ? rest.pop() : undefined
  if (anchored && last === undefined) return path === first
  let at = first.length
  for (const piece of rest) {
    const found = path.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return last === undefined || (path.length - last.length >= at && path.endsWith(last))
}
