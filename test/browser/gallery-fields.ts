// A form with one field of each kind, for the tests of the page.
import { mrkdwn, option, plain, type Sample } from './sample.ts'

const input = (blockId: string, label: string, element: object, more: object = {}): Sample => ({
  type: 'input',
  block_id: blockId,
  label: plain(label),
  element: { action_id: 'value', ...element },
  ...more,
})

/** One field of each kind. */
export const FIELDS: Sample[] = [
  { type: 'alert', level: 'warning', text: mrkdwn('Closes in *30* minutes') },
  { type: 'context', elements: [plain('North · Tuesday, 17 November')] },
  input(
    'calls',
    'Calls',
    { type: 'number_input', is_decimal_allowed: false, min_value: '0', max_value: '500' },
    { hint: plain('Usually 20 to 60') },
  ),
  input('plan', 'Plan', { type: 'plain_text_input', multiline: true }),
  input('note', 'Note', { type: 'plain_text_input', max_length: 20 }, { optional: true }),
  input('mail', 'Mail', { type: 'email_text_input' }, { optional: true }),
  input('page', 'Page', { type: 'url_text_input' }, { optional: true }),
  input(
    'mood',
    'Mood',
    { type: 'static_select', options: [option('Good'), option('Bad')] },
    { optional: true },
  ),
  input(
    'roles',
    'Roles',
    { type: 'multi_static_select', options: [option('Hunter'), option('Farmer')] },
    { optional: true },
  ),
  input('helper', 'Helper', { type: 'users_select' }, { optional: true }),
  input('members', 'Members', { type: 'multi_users_select', initial_users: ['U0ANNA'] }, { optional: true }),
  input('place', 'Channel', { type: 'conversations_select' }, { optional: true }),
  input('places', 'Channels', { type: 'multi_channels_select' }, { optional: true }),
  input(
    'done',
    'Done',
    { type: 'checkboxes', options: [option('Call back the leads', 'a'), option('Send the offer', 'b')] },
    { optional: true },
  ),
  input(
    'kind',
    'Kind',
    { type: 'radio_buttons', options: [option('Day'), option('Week')] },
    { optional: true },
  ),
  input('from', 'From', { type: 'datepicker' }, { optional: true }),
  input('at', 'At', { type: 'timepicker' }, { optional: true }),
  input('moment', 'Moment', { type: 'datetimepicker' }, { optional: true }),
  input('story', 'Story', { type: 'rich_text_input' }, { optional: true }),
  input('files', 'Files', { type: 'file_input' }, { optional: true }),
]
