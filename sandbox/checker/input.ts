// Input elements: text, numbers, dates, files.
import { confirmation, dispatchActionConfiguration } from './composition.ts'
import { richTextValue } from './rich-text.ts'
import {
  boolean,
  formatted,
  integer,
  lengthOf,
  list,
  object,
  oneOf,
  type Rule,
  type Shape,
  string,
  type Types,
} from './shape.ts'
import { plainText } from './text.ts'

const common = {
  'action_id?': string('action_id'),
  'placeholder?': plainText('input_placeholder'),
  'focus_on_load?': boolean,
}
const typed = { ...common, 'dispatch_action_config?': dispatchActionConfiguration }

const input = (type: string, fields: Record<string, Shape>, ...rules: Rule[]) =>
  object({ type: oneOf(type), ...fields }, ...rules)

/** The numbers of a number input are strings. */
const decimal = formatted('number_input.number', 'must be a number', (text) => /^-?\d+(\.\d+)?$/.test(text))
const date = formatted('datepicker.date', 'must be a date: YYYY-MM-DD', (text) => {
  const instant = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(instant.getTime()) &&
    instant.toISOString().startsWith(text)
  )
})
const time = formatted('timepicker.time', 'must be a time: HH:mm', (text) =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
)
const zone = formatted('timepicker.timezone', 'must be an IANA time zone', (name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined
  } catch {
    return false
  }
})

const numberRange: Rule = (field, at, report) => {
  const read = (key: string) => (typeof field[key] === 'string' ? Number(field[key]) : Number.NaN)
  const [least, most, initial] = [read('min_value'), read('max_value'), read('initial_value')]
  if (least > most) report(`${at}/min_value`, 'number_input.range', 'min_value must not exceed max_value')
  if (initial < least || initial > most)
    report(`${at}/initial_value`, 'number_input.initial_value', 'must be between min_value and max_value')
  if (field.is_decimal_allowed === false && !Number.isNaN(initial) && !Number.isInteger(initial))
    report(`${at}/initial_value`, 'number_input.decimal', 'must be a whole number')
}

const textRange: Rule = (field, at, report) => {
  const { min_length: least, max_length: most, initial_value: initial } = field
  if (typeof least === 'number' && typeof most === 'number' && least > most)
    report(`${at}/min_length`, 'plain_text_input.range', 'min_length must not exceed max_length')
  if (typeof most === 'number' && typeof initial === 'string' && lengthOf(initial) > most)
    report(
      `${at}/initial_value`,
      'plain_text_input.initial_value',
      `must be less than ${most + 1} characters`,
    )
}

const lineRange: Rule = ({ min_lines: least, max_lines: most }, at, report) => {
  if (typeof least === 'number' && typeof most === 'number' && least > most)
    report(`${at}/min_lines`, 'rich_text_input.range', 'min_lines must not exceed max_lines')
}

/** Allowed in input blocks only. */
export const INPUTS: Types = {
  plain_text_input: input(
    'plain_text_input',
    {
      ...typed,
      'initial_value?': string(),
      'multiline?': boolean,
      'min_length?': integer('input_min_length'),
      'max_length?': integer('plain_text_input.max_length'),
    },
    textRange,
  ),
  email_text_input: input('email_text_input', { ...typed, 'initial_value?': string() }),
  url_text_input: input('url_text_input', { ...typed, 'initial_value?': string() }),
  number_input: input(
    'number_input',
    {
      ...typed,
      is_decimal_allowed: boolean,
      'initial_value?': decimal,
      'min_value?': decimal,
      'max_value?': decimal,
    },
    numberRange,
  ),
  file_input: input('file_input', {
    'action_id?': string('action_id'),
    'filetypes?': list(string()),
    'max_files?': integer('file_input.max_files'),
  }),
}

export const richTextInput = input(
  'rich_text_input',
  {
    ...typed,
    'initial_value?': richTextValue,
    'min_lines?': integer('input_lines'),
    'max_lines?': integer('input_lines'),
  },
  lineRange,
)

const picker = { ...common, 'confirm?': confirmation }

/** Allowed in input, actions and section blocks. */
export const PICKERS: Types = {
  datepicker: input('datepicker', { ...picker, 'initial_date?': date }),
  timepicker: input('timepicker', { ...picker, 'initial_time?': time, 'timezone?': zone }),
}

const wholeNumber = integer()
/** A unix time in seconds has ten digits; Slack refuses milliseconds. */
const unixSeconds: Shape = (value, at, report) => {
  wholeNumber(value, at, report)
  if (typeof value === 'number' && String(Math.trunc(value)).length !== 10)
    report(at, 'datetimepicker.time', 'must be a unix time in seconds')
}

export const dateTimePicker = input('datetimepicker', {
  'action_id?': common['action_id?'],
  'focus_on_load?': boolean,
  'confirm?': confirmation,
  'initial_date_time?': unixSeconds,
})
