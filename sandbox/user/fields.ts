// Converts what a user enters into a field's value, and checks it as Slack's client does before it submits.
import type { Element, Option } from '../state/block-kit.ts'
import { optionsOf } from '../state/block-kit.ts'
import { findChannel } from '../state/channels.ts'
import { endingOf } from '../state/file-types.ts'
import { completeFile, fileJson } from '../state/files.ts'
import { findUser } from '../state/users.ts'
import type { Workspace } from '../state/workspace.ts'
import type { UserContext } from './user-context.ts'

/** What is entered: a text, the label or value of an option, several of them, or true for a single check box. */
export type Entry = string | number | boolean | null | readonly string[]

/** Converts an entry into the element's value. Throws when there is no such option, user or channel to choose. */
export function readEntry(context: UserContext, element: Element, entry: Entry): unknown {
  const { workspace } = context
  const cleared = entry === null || entry === '' || (Array.isArray(entry) && entry.length === 0)
  if (cleared) return element.type.startsWith('multi_') || element.type === 'checkboxes' ? [] : null
  switch (element.type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return option(element, String(entry))
    case 'multi_static_select':
    case 'multi_external_select':
      return names(entry).map((name) => option(element, name))
    case 'checkboxes':
      if (entry === true) return optionsOf(element)
      return entry === false ? [] : names(entry).map((name) => option(element, name))
    case 'users_select':
      return userId(workspace, String(entry))
    case 'multi_users_select':
      return names(entry).map((name) => userId(workspace, name))
    case 'channels_select':
    case 'conversations_select':
      return conversationId(workspace, String(entry))
    case 'multi_channels_select':
    case 'multi_conversations_select':
      return names(entry).map((name) => conversationId(workspace, name))
    case 'rich_text_input':
      return richText(String(entry))
    case 'datetimepicker':
      return typeof entry === 'number'
        ? entry
        : Math.floor(Temporal.Instant.from(String(entry)).epochMilliseconds / 1000)
    case 'file_input':
      return names(entry).map((name) => attach(context, name))
    default:
      return String(entry)
  }
}

/** The error that Slack's client shows at a field; undefined when the value is valid. */
export function complaint(element: Element, content: unknown): string | undefined {
  const text = typeof content === 'string' ? content : ''
  switch (element.type) {
    case 'number_input':
      return numberComplaint(element, text.trim())
    case 'plain_text_input':
      return lengthComplaint(element, text)
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'Enter a valid email address.'
    case 'url_text_input':
      return URL.canParse(text) ? undefined : 'Enter a valid URL.'
    case 'datepicker':
      return isDate(text) ? undefined : 'Enter a valid date.'
    case 'file_input':
      return fileComplaint(element, content as Array<{ name: string; size: number }>)
    case 'timepicker':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? undefined : 'Enter a valid time.'
    default:
      return tooMany(element, content)
  }
}

function numberComplaint(element: Element, text: string): string | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return 'Enter a number.'
  if (element.is_decimal_allowed !== true && !/^[+-]?\d+$/.test(text)) return 'Enter a whole number.'
  const value = Number(text)
  if (typeof element.min_value === 'string' && value < Number(element.min_value))
    return `Enter a number that is at least ${element.min_value}.`
  if (typeof element.max_value === 'string' && value > Number(element.max_value))
    return `Enter a number that is at most ${element.max_value}.`
  return undefined
}

function lengthComplaint(element: Element, text: string): string | undefined {
  const most = typeof element.max_length === 'number' ? element.max_length : 3000
  if ([...text].length > most) return `Enter at most ${most} characters.`
  if (typeof element.min_length === 'number' && [...text].length < element.min_length)
    return `Enter at least ${element.min_length} characters.`
  return undefined
}

function tooMany(element: Element, content: unknown): string | undefined {
  const most = element.max_selected_items
  return typeof most === 'number' && Array.isArray(content) && content.length > most
    ? `Choose at most ${most}.`
    : undefined
}

/** docs.slack.dev /reference/block-kit/block-elements/file-input-element */
const MOST_FILES = 10
const LARGEST_FILE_BYTES = 10_000_000

function fileComplaint(
  element: Element,
  files: ReadonlyArray<{ name: string; size: number }>,
): string | undefined {
  const most = typeof element.max_files === 'number' ? element.max_files : MOST_FILES
  if (files.length > most) return `Add at most ${most} files.`
  const types = element.filetypes as string[] | undefined
  const wrong = files.find(({ name }) => types !== undefined && !types.includes(endingOf(name)))
  if (wrong) return `${wrong.name} is not one of ${types!.join(', ')}.`
  const large = files.find(({ size }) => size > LARGEST_FILE_BYTES)
  return large && `${large.name} is larger than 10 MB.`
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

function names(entry: Entry): string[] {
  return Array.isArray(entry) ? entry.map(String) : [String(entry)]
}

/** Finds an option by its label, or else by its value. */
export function option(element: Element, name: string): Option {
  const options = optionsOf(element)
  const found = options.find((one) => one.text.text === name) ?? options.find((one) => one.value === name)
  if (found) return found
  throw new Error(
    `"${name}" is not offered; there is ${options.map((one) => `"${one.text.text}"`).join(', ') || 'nothing to choose from'}.`,
  )
}

function userId(workspace: Workspace, name: string): string {
  const user = findUser(workspace, name) ?? [...workspace.users.values()].find((one) => one.realName === name)
  if (user === undefined || user.deleted) throw new Error(`Nobody active is called ${name}.`)
  return user.id
}

function conversationId(workspace: Workspace, name: string): string {
  const channel = findChannel(workspace, name)
  if (channel === undefined) throw new Error(`No channel is called ${name}.`)
  return channel.id
}

/** Attaches a file of the user, by its name or id; from then on the app may read it. */
function attach({ platform, workspace, user }: UserContext, name: string) {
  const mine = [...workspace.files.values()].filter((file) => file.ownerId === user.id)
  const file = mine.findLast((one) => one.name === name || one.id === name)
  if (file === undefined || completeFile(workspace, file.id) === undefined)
    throw new Error(`${user.name} has no file called ${name}.`)
  file.submitted = true
  return fileJson(platform, workspace, file)
}

function richText(text: string) {
  const elements = text
    .split('\n')
    .map((line) => ({ type: 'rich_text_section', elements: [{ type: 'text', text: line }] }))
  return { type: 'rich_text', elements }
}
