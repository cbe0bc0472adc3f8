// Menus: what can be chosen, and what is chosen at first.
import { refuses, takes } from './checks.ts'
import { actions, input, type Json, mrkdwn, option, plain } from './samples.ts'

const select = (fields: Json) => actions({ type: 'static_select', ...fields })

refuses([
  ['no choices', select({}), '/elements/0', 'static_select.choice_source'],
  [
    'an initial option that is not offered',
    select({ options: [option('a')], initial_option: option('b') }),
    '/elements/0/initial_option',
    'static_select.initial_option',
  ],
  [
    'an initial option with another text',
    select({ options: [option('a')], initial_option: option('a', 'A') }),
    '/elements/0/initial_option',
    'static_select.initial_option',
  ],
  [
    'an initial option that no group offers',
    select({ option_groups: [{ label: plain('g'), options: [option('a')] }], initial_option: option('b') }),
    '/elements/0/initial_option',
    'static_select.initial_option',
  ],
  [
    'checked options that are not offered',
    input({ type: 'checkboxes', options: [option('a')], initial_options: [option('a'), option('c')] }),
    '/element/initial_options/1',
    'checkboxes.initial_options',
  ],
  [
    'mrkdwn in a select',
    select({ options: [{ text: mrkdwn('a'), value: 'a' }] }),
    '/elements/0/options/0/text/type',
    'text.type',
  ],
  [
    'a link in a select',
    select({ options: [{ ...option('a'), url: 'https://a.b' }] }),
    '/elements/0/options/0',
    'property.unknown',
  ],
  [
    'an empty filter',
    input({ type: 'conversations_select', filter: {} }),
    '/element/filter',
    'conversation_filter.content',
  ],
])

takes([
  [
    'an initial option from a group',
    select({ option_groups: [{ label: plain('g'), options: [option('a')] }], initial_option: option('a') }),
  ],
])
