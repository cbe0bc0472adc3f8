// Inputs: numbers, texts, dates and times, and what stands in them at first.
import { refuses, takes } from './checks.ts'
import { actions, input, type Json } from './samples.ts'

const number = (fields: Json) => input({ type: 'number_input', is_decimal_allowed: false, ...fields })

refuses([
  [
    'lines the wrong way round',
    actions({ type: 'rich_text_input', min_lines: 5, max_lines: 3 }),
    '/elements/0/min_lines',
    'rich_text_input.range',
  ],
  ['a number as number', number({ min_value: 1 }), '/element/min_value', 'property.type'],
  ['a word as number', number({ initial_value: 'six' }), '/element/initial_value', 'number_input.number'],
  [
    'too little at first',
    number({ min_value: '0', initial_value: '-1' }),
    '/element/initial_value',
    'number_input.initial_value',
  ],
  [
    'too much at first',
    number({ max_value: '9', initial_value: '10' }),
    '/element/initial_value',
    'number_input.initial_value',
  ],
  ['half a call', number({ initial_value: '3.5' }), '/element/initial_value', 'number_input.decimal'],
  ['is_decimal_allowed left out', input({ type: 'number_input' }), '/element', 'property.missing'],
  [
    'a text that starts too long',
    input({ type: 'plain_text_input', max_length: 3, initial_value: 'four' }),
    '/element/initial_value',
    'plain_text_input.initial_value',
  ],
  [
    'lengths the wrong way round',
    input({ type: 'plain_text_input', min_length: 5, max_length: 3 }),
    '/element/min_length',
    'plain_text_input.range',
  ],
  [
    'no such day',
    input({ type: 'datepicker', initial_date: '2026-02-30' }),
    '/element/initial_date',
    'datepicker.date',
  ],
  [
    'no such time',
    input({ type: 'timepicker', initial_time: '24:00' }),
    '/element/initial_time',
    'timepicker.time',
  ],
  [
    'no such zone',
    input({ type: 'timepicker', timezone: 'Mars/Olympus' }),
    '/element/timezone',
    'timepicker.timezone',
  ],
  [
    'milliseconds',
    input({ type: 'datetimepicker', initial_date_time: 1_628_633_830_000 }),
    '/element/initial_date_time',
    'datetimepicker.time',
  ],
])

takes([
  ['a number at its bounds', number({ min_value: '-5', max_value: '5', initial_value: '5' })],
  [
    'a decimal where allowed',
    input({ type: 'number_input', is_decimal_allowed: true, initial_value: '0.25' }),
  ],
  ['a leap day', input({ type: 'datepicker', initial_date: '2028-02-29' })],
])
