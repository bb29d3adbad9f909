const CHARACTERS_AT_MOST = 4096

/**
 * What a client makes of a text before it sends it: trimmed, and cut into messages of 4096 characters
 * where it is longer, at the end of a line or else of a word if there is one in the second half.
 */
export function messagesOf(text: string): string[] {
  const parts: string[] = []
  let rest = text.replaceAll('\r\n', '\n').toWellFormed().trim()
  while (rest !== '') {
    const room = firstCharacters(rest, CHARACTERS_AT_MOST)
    const cut = room.length === rest.length ? rest.length : cutBefore(room, rest)
    const part = rest.slice(0, cut).trim()
    if (part !== '') parts.push(part)
    rest = rest.slice(cut).trim()
  }
  return parts
}

function firstCharacters(text: string, count: number): string {
  // Fewer UTF-16 units than characters asked for cannot hold more of them.
  return text.length <= count
    ? text
    : Array.from(text.slice(0, count * 2))
        .slice(0, count)
        .join('')
}

function cutBefore(room: string, rest: string): number {
  for (const end of ['\n', ' ']) {
    // What stands right behind the room may be the best place of all.
    const at = rest.lastIndexOf(end, room.length)
    if (at >= room.length / 2) return at
  }
  return room.length
}
