// One payload for each rule that Slack is known to enforce, built to break that rule and no more.

type Json = Record<string, unknown>
export type Payload = { blocks: Json[] } | { view: Json }

/** A rule about a number: built at the limit it is taken, one beyond it is refused. */
interface Sized {
  at: string
  build: (size: number) => Payload
}
/** A rule of another kind: what breaks it, and the nearest payload that does not. */
interface Broken {
  at: string
  bad: Payload
  good: Payload
}
export type Case = Sized | Broken

export const x = (length: number) => 'x'.repeat(length)
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))
const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const block = (type: string, fields: Json): Payload => ({ blocks: [{ type, ...fields }] })
const sized = (at: string, build: Sized['build']): Sized => ({ at, build })
const broken = (at: string, bad: Payload, good: Payload): Broken => ({ at, bad, good })

const actions = (element: Json) => block('actions', { elements: [element] })
const button = (fields: Json) => ({ type: 'button', text: plain('go'), ...fields })
const inButton = (fields: Json) => actions(button(fields))
const confirmation = (fields: Json) =>
  inButton({
    confirm: { title: plain('a'), text: plain('b'), confirm: plain('c'), deny: plain('d'), ...fields },
  })
const option = (fields: Json = {}) => ({ text: plain('one'), value: 'one', ...fields })
const options = (count: number) => times(count, (index) => option({ value: String(index) }))
const select = (fields: Json) => actions({ type: 'static_select', ...fields })
const inOption = (fields: Json) => select({ options: [option(fields)] })
const group = (fields: Json = {}) => ({ label: plain('group'), options: options(1), ...fields })
const modal = (fields: Json): Payload => ({
  view: {
    type: 'modal',
    title: plain('title'),
    submit: plain('ok'),
    blocks: [{ type: 'divider' }],
    ...fields,
  },
})
const input = (element: Json, fields: Json = {}) =>
  modal({ blocks: [{ type: 'input', label: plain('label'), element, ...fields }] })
const textInput = (fields: Json) => input({ type: 'plain_text_input' }, fields)
const image = (fields: Json) =>
  block('image', { image_url: 'https://example.com/a.png', alt_text: 'a', ...fields })
const section = (fields: Json) => block('section', fields)
const video = (fields: Json) =>
  block('video', {
    title: plain('t'),
    alt_text: 'a',
    video_url: 'https://example.com/v',
    thumbnail_url: 'https://example.com/t.png',
    ...fields,
  })
const taskSource = (url: string) =>
  block('task_card', {
    task_id: '1',
    title: 't',
    status: 'pending',
    sources: [{ type: 'url', url, text: 'page' }],
  })
const address = (length: number) => `https://example.com/${x(length - 20)}`
const card = (fields: Json) => block('card', { title: mrkdwn('t'), ...fields })
const container = (fields: Json) =>
  block('container', { title: plain('t'), child_blocks: [{ type: 'divider' }], ...fields })
const cell = (text: string) => ({ type: 'raw_text', text })
const rows = (count: number, columns = 2) => times(count, () => times(columns, () => cell('c')))
const table = (fields: Json) => block('table', { rows: rows(2), ...fields })
const dataTable = (fields: Json) => block('data_table', { caption: 'c', rows: rows(2), ...fields })
const contextActions = (element: Json) => block('context_actions', { elements: [element] })
const feedback = (fields: Json) =>
  contextActions({
    type: 'feedback_buttons',
    positive_button: { text: plain('good'), value: 'good', ...fields },
    negative_button: { text: plain('bad'), value: 'bad' },
  })
const chart = (inside: Json, title = 't') => block('data_visualization', { title, chart: inside })
const labels = (count: number) => times(count, (index) => `l${index}`)
const points = (names: string[]) => names.map((label) => ({ label, value: 1 }))
const pie = (count: number, fields: Json = {}) =>
  chart({ type: 'pie', segments: times(count, () => ({ label: 'a', value: 1, ...fields })) })
const bar = (categories: string[], axes: Json = {}, names = ['s']) =>
  chart({
    type: 'bar',
    series: names.map((name) => ({ name, data: points(categories) })),
    axis_config: { categories, ...axes },
  })
/** A chart whose one series has another number of points than there are categories breaks that rule too. */
const data = (count: number) =>
  chart({
    type: 'bar',
    series: [{ name: 's', data: points(labels(count)) }],
    axis_config: { categories: labels(Math.min(Math.max(count, 1), 20)) },
  })
const categories = (count: number) =>
  chart({
    type: 'bar',
    series: [{ name: 's', data: points(labels(Math.min(Math.max(count, 1), 20))) }],
    axis_config: { categories: labels(count) },
  })

const element = '/blocks/0/elements/0'
const inputElement = '/view/blocks/0/element'

export const CASES: Record<string, Case> = {
  'text-empty': sized('/blocks/0/text/text', (n) => section({ text: mrkdwn(x(n)) })),
  'text-too-long': sized(`${element}/text`, (n) => block('context', { elements: [mrkdwn(x(n))] })),
  'block-id-too-long': sized('/blocks/0/block_id', (n) => block('divider', { block_id: x(n) })),
  'button-action-id-too-long': sized(`${element}/action_id`, (n) => inButton({ action_id: x(n) })),
  'button-text-too-long': sized(`${element}/text/text`, (n) => inButton({ text: plain(x(n)) })),
  'button-url-too-long': sized(`${element}/url`, (n) => inButton({ url: address(n) })),
  'button-value-too-long': sized(`${element}/value`, (n) => inButton({ value: x(n) })),
  'button-accessibility-label-too-long': sized(`${element}/accessibility_label`, (n) =>
    inButton({ accessibility_label: x(n) }),
  ),
  'confirmation-title-too-long': sized(`${element}/confirm/title/text`, (n) =>
    confirmation({ title: plain(x(n)) }),
  ),
  'confirmation-text-too-long': sized(`${element}/confirm/text/text`, (n) =>
    confirmation({ text: mrkdwn(x(n)) }),
  ),
  'confirmation-confirm-too-long': sized(`${element}/confirm/confirm/text`, (n) =>
    confirmation({ confirm: plain(x(n)) }),
  ),
  'confirmation-deny-too-long': sized(`${element}/confirm/deny/text`, (n) =>
    confirmation({ deny: plain(x(n)) }),
  ),
  'option-text-too-long': sized(`${element}/options/0/text/text`, (n) => inOption({ text: plain(x(n)) })),
  'option-value-too-long': sized(`${element}/options/0/value`, (n) => inOption({ value: x(n) })),
  'option-description-too-long': sized(`${element}/options/0/description/text`, (n) =>
    inOption({ description: plain(x(n)) }),
  ),
  'option-url-too-long': sized(`${element}/options/0/url`, (n) =>
    actions({ type: 'overflow', options: [option({ url: `https://example.com/${'🎯'.repeat(n - 20)}` })] }),
  ),
  'option-group-label-too-long': sized(`${element}/option_groups/0/label/text`, (n) =>
    select({ option_groups: [group({ label: plain(x(n)) })] }),
  ),
  'option-group-empty': sized(`${element}/option_groups/0/options`, (n) =>
    select({ option_groups: [group({ options: options(n) })] }),
  ),
  'option-group-too-many-options': sized(`${element}/option_groups/0/options`, (n) =>
    select({ option_groups: [group({ options: options(n) })] }),
  ),
  'select-placeholder-too-long': sized(`${element}/placeholder/text`, (n) =>
    select({ options: options(1), placeholder: plain(x(n)) }),
  ),
  'select-too-many-options': sized(`${element}/options`, (n) => select({ options: options(n) })),
  'select-too-many-option-groups': sized(`${element}/option_groups`, (n) =>
    select({ option_groups: times(n, () => group()) }),
  ),
  'static-select-options-and-groups': broken(
    element,
    select({ options: options(1), option_groups: [group()] }),
    select({ options: options(1) }),
  ),
  'overflow-empty': sized(`${element}/options`, (n) => actions({ type: 'overflow', options: options(n) })),
  'overflow-too-many-options': sized(`${element}/options`, (n) =>
    actions({ type: 'overflow', options: options(n) }),
  ),
  'checkboxes-empty': sized(`${element}/options`, (n) =>
    actions({ type: 'checkboxes', options: options(n) }),
  ),
  'checkboxes-too-many-options': sized(`${element}/options`, (n) =>
    actions({ type: 'checkboxes', options: options(n) }),
  ),
  'radio-buttons-empty': sized(`${element}/options`, (n) =>
    actions({ type: 'radio_buttons', options: options(n) }),
  ),
  'radio-buttons-too-many-options': sized(`${element}/options`, (n) =>
    actions({ type: 'radio_buttons', options: options(n) }),
  ),
  'url-source-url-empty': broken(
    '/blocks/0/sources/0/url',
    taskSource(''),
    taskSource('https://example.com'),
  ),
  'url-source-url-too-long': sized('/blocks/0/sources/0/url', (n) => taskSource(address(n))),
  'file-input-max-files-too-small': sized(`${inputElement}/max_files`, (n) =>
    input({ type: 'file_input', max_files: n }),
  ),
  'file-input-max-files-too-large': sized(`${inputElement}/max_files`, (n) =>
    input({ type: 'file_input', max_files: n }),
  ),
  'plain-text-input-max-length-too-large': sized(`${inputElement}/max_length`, (n) =>
    input({ type: 'plain_text_input', max_length: n }),
  ),
  'number-input-inverted-range': broken(
    `${inputElement}/min_value`,
    input({ type: 'number_input', is_decimal_allowed: false, min_value: '10', max_value: '9' }),
    input({ type: 'number_input', is_decimal_allowed: false, min_value: '9', max_value: '10' }),
  ),

  'actions-too-many-elements': sized('/blocks/0/elements', (n) =>
    block('actions', { elements: times(n, () => button({})) }),
  ),
  'context-too-many-elements': sized('/blocks/0/elements', (n) =>
    block('context', { elements: times(n, () => mrkdwn('a')) }),
  ),
  'context-invalid-element': broken(
    `${element}/type`,
    block('context', { elements: [button({})] }),
    block('context', { elements: [plain('a')] }),
  ),
  'header-text-too-long': sized('/blocks/0/text/text', (n) => block('header', { text: plain(x(n)) })),
  'image-url-too-long': sized('/blocks/0/image_url', (n) => image({ image_url: address(n) })),
  'image-alt-text-too-long': sized('/blocks/0/alt_text', (n) => image({ alt_text: x(n) })),
  'image-url-and-slack-file': broken(
    '/blocks/0/accessory',
    section({
      text: plain('a'),
      accessory: { type: 'image', image_url: 'https://example.com', slack_file: { id: 'F1' }, alt_text: 'a' },
    }),
    section({ text: plain('a'), accessory: { type: 'image', slack_file: { id: 'F1' }, alt_text: 'a' } }),
  ),
  'input-label-too-long': sized('/view/blocks/0/label/text', (n) => textInput({ label: plain(x(n)) })),
  'input-hint-too-long': sized('/view/blocks/0/hint/text', (n) => textInput({ hint: plain(x(n)) })),
  'input-invalid-element': broken(`${inputElement}/type`, input(button({})), textInput({})),
  'markdown-empty': sized('/blocks/0/text', (n) => block('markdown', { text: x(n) })),
  'markdown-too-long': sized('/blocks/0/text', (n) => block('markdown', { text: x(n) })),
  'section-missing-content': broken('/blocks/0', section({}), section({ text: plain('a') })),
  'section-text-too-long': sized('/blocks/0/text/text', (n) => section({ text: mrkdwn(x(n)) })),
  'section-too-many-fields': sized('/blocks/0/fields', (n) =>
    section({ fields: times(n, () => mrkdwn('a')) }),
  ),
  'section-field-too-long': sized('/blocks/0/fields/0/text', (n) => section({ fields: [mrkdwn(x(n))] })),
  'video-alt-text-empty': sized('/blocks/0/alt_text', (n) => video({ alt_text: x(n) })),
  'video-alt-text-too-long': sized('/blocks/0/alt_text', (n) => video({ alt_text: x(n) })),
  'video-title-too-long': sized('/blocks/0/title/text', (n) => video({ title: plain(x(n)) })),
  'video-author-name-too-long': sized('/blocks/0/author_name', (n) => video({ author_name: x(n) })),
  'video-description-too-long': sized('/blocks/0/description/text', (n) =>
    video({ description: plain(x(n)) }),
  ),
  'video-provider-name-too-long': sized('/blocks/0/provider_name', (n) => video({ provider_name: x(n) })),
  'alert-text-too-long': sized('/view/blocks/0/text/text', (n) =>
    modal({ blocks: [{ type: 'alert', text: mrkdwn(x(n)) }] }),
  ),
  'card-title-too-long': sized('/blocks/0/title/text', (n) => card({ title: mrkdwn(x(n)) })),
  'card-subtitle-too-long': sized('/blocks/0/subtitle/text', (n) => card({ subtitle: mrkdwn(x(n)) })),
  'card-body-too-long': sized('/blocks/0/body/text', (n) => card({ body: mrkdwn(x(n)) })),
  'card-subtext-too-long': sized('/blocks/0/subtext/text', (n) => card({ subtext: mrkdwn(x(n)) })),
  'card-too-many-actions': sized('/blocks/0/actions', (n) => card({ actions: times(n, () => button({})) })),
  'carousel-empty': sized('/blocks/0/elements', (n) =>
    block('carousel', { elements: times(n, () => ({ type: 'card', title: mrkdwn('a') })) }),
  ),
  'carousel-too-many-cards': sized('/blocks/0/elements', (n) =>
    block('carousel', { elements: times(n, () => ({ type: 'card', title: mrkdwn('a') })) }),
  ),
  'container-title-too-long': sized('/blocks/0/title/text', (n) => container({ title: plain(x(n)) })),
  'container-subtitle-too-long': sized('/blocks/0/subtitle/text', (n) =>
    container({ subtitle: mrkdwn(x(n)) }),
  ),
  'container-too-many-child-blocks': sized('/blocks/0/child_blocks', (n) =>
    container({ child_blocks: times(n, () => ({ type: 'divider' })) }),
  ),
  'context-actions-too-many-elements': sized('/blocks/0/elements', (n) =>
    block('context_actions', {
      elements: times(n, () => ({ type: 'icon_button', icon: 'trash', text: plain('a') })),
    }),
  ),
  'feedback-button-text-too-long': sized(`${element}/positive_button/text/text`, (n) =>
    feedback({ text: plain(x(n)) }),
  ),
  'feedback-button-value-too-long': sized(`${element}/positive_button/value`, (n) =>
    feedback({ value: x(n) }),
  ),
  'feedback-button-accessibility-label-too-long': sized(
    `${element}/positive_button/accessibility_label`,
    (n) => feedback({ accessibility_label: x(n) }),
  ),
  'icon-button-too-many-visible-users': sized(`${element}/visible_to_user_ids`, (n) =>
    contextActions({
      type: 'icon_button',
      icon: 'trash',
      text: plain('a'),
      visible_to_user_ids: times(n, (index) => `U${index}`),
    }),
  ),

  'table-too-many-rows': sized('/blocks/0/rows', (n) => table({ rows: rows(n) })),
  'table-ragged-rows': broken('/blocks/0/rows/1', table({ rows: [...rows(1, 2), ...rows(1, 3)] }), table({})),
  'table-column-settings-mismatch': broken(
    '/blocks/0/column_settings',
    table({ column_settings: [{ align: 'right' }] }),
    table({ column_settings: [{ align: 'right' }, {}] }),
  ),
  'data-table-too-few-rows': sized('/blocks/0/rows', (n) => dataTable({ rows: rows(n) })),
  'data-table-too-many-rows': sized('/blocks/0/rows', (n) => dataTable({ rows: rows(n) })),
  'data-table-too-few-columns': sized('/blocks/0/rows/0', (n) => dataTable({ rows: rows(2, n) })),
  'data-table-too-many-columns': sized('/blocks/0/rows/0', (n) => dataTable({ rows: rows(2, n) })),
  'data-table-page-size-too-small': sized('/blocks/0/page_size', (n) => dataTable({ page_size: n })),
  'data-table-page-size-too-large': sized('/blocks/0/page_size', (n) => dataTable({ page_size: n })),
  'data-table-cell-text-empty': sized('/blocks/0/rows/1/0/text', (n) =>
    dataTable({ rows: [[cell('h')], [cell(x(n))]] }),
  ),
  'data-table-content-too-long': sized('/blocks/0/rows', (n) =>
    dataTable({ rows: [[cell('h')], [cell(x(n - 1))]] }),
  ),

  'data-visualization-title-too-long': sized('/blocks/0/title', (n) =>
    chart({ type: 'pie', segments: [{ label: 'a', value: 1 }] }, x(n)),
  ),
  'pie-chart-empty': sized('/blocks/0/chart/segments', (n) => pie(n)),
  'pie-chart-too-many-segments': sized('/blocks/0/chart/segments', (n) => pie(n)),
  'chart-segment-label-too-long': sized('/blocks/0/chart/segments/0/label', (n) => pie(1, { label: x(n) })),
  'chart-segment-value-not-positive': sized('/blocks/0/chart/segments/0/value', (n) => pie(1, { value: n })),
  'chart-series-empty': sized('/blocks/0/chart/series', (n) => bar(['a'], {}, labels(n))),
  'chart-too-many-series': sized('/blocks/0/chart/series', (n) => bar(['a'], {}, labels(n))),
  'data-series-name-too-long': sized('/blocks/0/chart/series/0/name', (n) => bar(['a'], {}, [x(n)])),
  'data-series-empty': sized('/blocks/0/chart/series/0/data', data),
  'data-series-too-many-points': sized('/blocks/0/chart/series/0/data', data),
  'data-point-label-too-long': sized('/blocks/0/chart/series/0/data/0/label', (n) => bar([x(n)])),
  'axis-categories-empty': sized('/blocks/0/chart/axis_config/categories', categories),
  'axis-too-many-categories': sized('/blocks/0/chart/axis_config/categories', categories),
  'axis-category-label-too-long': sized('/blocks/0/chart/axis_config/categories/0', (n) => bar([x(n)])),
  'axis-label-too-long': sized('/blocks/0/chart/axis_config/x_label', (n) => bar(['a'], { x_label: x(n) })),

  'view-missing-blocks': sized('/view/blocks', (n) =>
    modal({ blocks: times(n, () => ({ type: 'divider' })) }),
  ),
  'view-too-many-blocks': sized('/view/blocks', (n) =>
    modal({ blocks: times(n, () => ({ type: 'divider' })) }),
  ),
  'view-private-metadata-too-long': sized('/view/private_metadata', (n) => modal({ private_metadata: x(n) })),
  'view-callback-id-too-long': sized('/view/callback_id', (n) => modal({ callback_id: x(n) })),
  'view-title-too-long': sized('/view/title/text', (n) => modal({ title: plain(x(n)) })),
  'view-close-too-long': sized('/view/close/text', (n) => modal({ close: plain(x(n)) })),
  'view-submit-too-long': sized('/view/submit/text', (n) => modal({ submit: plain(x(n)) })),
}
