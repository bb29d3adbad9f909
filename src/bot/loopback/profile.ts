import { badRequest } from './answer.ts'
import { isRecord, type Payload, readStructure, readText } from './fields.ts'

const MENU_BUTTONS = ['commands', 'web_app', 'default']

/** Name, descriptions and menu button of the bot: checked and taken, shown nowhere. */
export function createProfile() {
  const texts = new Map<string, string>()

  function setText(payload: Payload, field: string, limit: number, refusal: string): true {
    const language = readText(payload, 'language_code')
    if (!/^(?:[a-z]{2})?$/.test(language)) badRequest('invalid language code specified')
    const text = readText(payload, field)
    if ([...text].length > limit) badRequest(refusal)
    texts.set(`${field} ${language}`, text)
    return true
  }

  function getText(payload: Payload, field: string): string {
    return texts.get(`${field} ${readText(payload, 'language_code')}`) ?? ''
  }

  return {
    setName: (payload: Payload) => setText(payload, 'name', 64, 'BOT_TITLE_INVALID'),
    setDescription: (payload: Payload) => setText(payload, 'description', 512, 'BOT_DESCRIPTION_TOO_LONG'),
    setShortDescription: (payload: Payload) =>
      setText(payload, 'short_description', 120, 'BOT_SHORT_DESCRIPTION_TOO_LONG'),
    getName: (payload: Payload) => ({ name: getText(payload, 'name') }),
    getDescription: (payload: Payload) => ({ description: getText(payload, 'description') }),
    getShortDescription: (payload: Payload) => ({
      short_description: getText(payload, 'short_description'),
    }),
    setMenuButton(payload: Payload): true {
      const button = readStructure(payload, 'menu_button', 'menu button')
      if (button === undefined) return true
      if (!isRecord(button) || !MENU_BUTTONS.includes(readText(button, 'type'))) {
        badRequest("can't parse menu button: Unsupported type specified")
      }
      return true
    },
  }
}
