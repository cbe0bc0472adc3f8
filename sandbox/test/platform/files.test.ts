// An app's files reach a channel and come back with the token; a person's file reaches the app through a form.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerOf, clientOf, manifest, plain, startTogether, stopTogether, type Together } from './app.ts'

const withFiles = structuredClone(manifest)
withFiles.oauth_config.scopes.bot.push('files:read', 'files:write')
withFiles.settings.event_subscriptions.bot_events.push('file_shared', 'file_deleted')

const fileForm = {
  type: 'modal' as const,
  callback_id: 'report',
  title: plain('Report'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'report',
      label: plain('Report'),
      element: { type: 'file_input' as const, action_id: 'value', filetypes: ['csv'], max_files: 1 },
    },
  ],
}

let together: Together
let submitted: Array<{ id: string; name: string; url_private_download: string }> = []
const events: string[] = []

beforeEach(async () => {
  events.length = 0
  together = await startTogether(
    (app) => {
      app.command('/kpi', async ({ ack, client, body }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: fileForm })
      })
      app.view('report', async ({ ack, view }) => {
        submitted = view.state.values.report!.value!.files as never
        await ack()
      })
      app.event('file_shared', async ({ event }) => void events.push(`${event.type} ${event.channel_id}`))
      app.event('file_deleted', async ({ event }) => void events.push(event.type))
    },
    { manifest: withFiles },
  )
})
afterEach(() => stopTogether(together))

const bytes = Buffer.from('name,calls\nanna,12\n')
const get = (url: string, token = together.sandbox.env().SLACK_BOT_TOKEN) =>
  fetch(url, { headers: { authorization: `Bearer ${token}` } })

test("Slack's own client uploads a file into a thread; people see it, the token downloads it", async () => {
  const { sandbox } = together
  const client = clientOf(sandbox)
  const sales = sandbox.user('anna').in('sales')
  const parent = sales.say('numbers?')
  const uploaded = await client.filesUploadV2({
    channel_id: sales.channel.id,
    thread_ts: parent.ts,
    initial_comment: 'Here they are',
    file: bytes,
    filename: 'numbers.csv',
    title: 'Numbers',
  })
  expect(uploaded.ok).toBe(true)
  const seen = sales.last()!
  expect(seen).toMatchObject({ words: 'Here they are\n[Numbers]', from: 'testbot', threadTs: parent.ts })
  const { messages } = await client.conversations.replies({ channel: sales.channel.id, ts: parent.ts })
  const [file] = messages!.at(-1)!.files!
  expect(file).toMatchObject({ name: 'numbers.csv', filetype: 'csv', size: bytes.length, is_public: true })
  const back = await get(file!.url_private_download!)
  expect(Buffer.from(await back.arrayBuffer())).toEqual(bytes)
  expect(back.headers.get('content-disposition')).toContain('numbers.csv')
  expect((await fetch(file!.url_private!)).status).toBe(403)
  expect((await get(file!.url_private!, 'xoxb-another')).status).toBe(403)
  await sandbox.whenIdle()
  expect(events).toEqual([`file_shared ${sales.channel.id}`])

  expect(await client.files.delete({ file: file!.id! })).toMatchObject({ ok: true })
  expect(sales.last()!.words).toBe('Here they are')
  expect((await get(file!.url_private!)).status).toBe(403)
  expect(await answerOf(client.files.delete({ file: file!.id! }))).toMatchObject({ error: 'file_deleted' })
  await sandbox.whenIdle()
  expect(events.at(-1)).toBe('file_deleted')
})

test('without a channel a file stays with the app; a form with one file is taken as well as bare bytes', async () => {
  const { sandbox } = together
  const client = clientOf(sandbox)
  const told = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 5 })
  const form = new FormData()
  form.append('filename', new Blob(['hello']), 'a.txt')
  expect(await (await fetch(told.upload_url!, { method: 'POST', body: form })).text()).toBe('OK - 5')
  const done = await client.files.completeUploadExternal({ files: [{ id: told.file_id!, title: 'A' }] })
  expect(done.files![0]).toMatchObject({ id: told.file_id, title: 'A', channels: [], shares: {} })
  expect(await (await get(done.files![0]!.url_private!)).text()).toBe('hello')
  expect((await fetch(told.upload_url!, { method: 'POST', body: 'again' })).status).toBe(404)
})

test('what is refused, by the code that is documented for it', async () => {
  const { sandbox } = together
  const client = clientOf(sandbox)
  const announce = (more: object) =>
    answerOf(client.files.getUploadURLExternal({ filename: 'a.txt', length: 5, ...more } as never))
  expect(await announce({ length: 0 })).toMatchObject({ error: 'missing_argument' })
  expect(await announce({ alt_text: 'x' })).toMatchObject({ error: 'invalid_arguments' })
  expect(await announce({ alt_txt: 'x'.repeat(1001) })).toMatchObject({ error: 'alt_txt_too_large' })
  expect(await announce({ snippet_type: 'klingon' })).toMatchObject({ error: 'unknown_snippet_type' })
  expect(await announce({ snippet_type: 'csv', length: 1_000_001 })).toMatchObject({
    error: 'snippet_too_large',
  })
  expect(await announce({ length: 1_000_000_001 })).toMatchObject({ error: 'file_upload_size_restricted' })

  const told = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 5 })
  const complete = (more: object = {}) =>
    answerOf(client.files.completeUploadExternal({ files: [{ id: told.file_id! }], ...more } as never))
  expect(await complete()).toMatchObject({ error: 'file_not_found' })
  expect((await fetch(told.upload_url!, { method: 'POST', body: 'too long' })).status).toBe(400)
  await fetch(told.upload_url!, { method: 'POST', body: 'hello' })
  const quiet = sandbox.user('anna').in('quiet').channel.id
  expect(await complete({ channel_id: 'C0NOWHERE' })).toMatchObject({ error: 'channel_not_found' })
  expect(await complete({ channel_id: quiet })).toMatchObject({ error: 'not_in_channel' })
  expect(await complete({ channels: Array(101).fill(quiet).join(',') })).toMatchObject({
    error: 'channels_limit_exceeded',
  })
  expect(await complete({ blocks: [{ type: 'nonsense' }] })).toMatchObject({ error: 'invalid_blocks' })
  expect(await complete({ username: 'Other' })).toMatchObject({ error: 'missing_scope' })
  expect(await complete()).toBe('ok')
  expect(await complete()).toMatchObject({ error: 'file_not_found' })
  expect(await answerOf(client.files.delete({ file: 'F0NOTHING' }))).toMatchObject({
    error: 'file_not_found',
  })
})

test("a person's file goes through the form, once it has the right kind, to the app that may read it", async () => {
  const { sandbox } = together
  const anna = sandbox.user('anna')
  const id = anna.provideFile('numbers.csv', bytes)
  anna.provideFile('numbers.pdf', 'x')
  anna.provideFile('large.csv', Buffer.alloc(10_000_001))
  await anna.command('/kpi')
  await expect(anna.modal.fill({ Report: ['missing.csv'] })).rejects.toThrow(
    'anna has no file called missing.csv.',
  )
  for (const [files, sentence] of [
    [['numbers.pdf'], 'numbers.pdf is not one of csv.'],
    [['large.csv'], 'large.csv is larger than 10 MB.'],
    [['numbers.csv', 'large.csv'], 'Add at most 1 files.'],
  ] as const) {
    await anna.modal.fill({ Report: files })
    expect(await anna.modal.submit()).toEqual({ errors: { Report: sentence }, by: 'client' })
  }
  await anna.modal.fill({ Report: ['numbers.csv'] })
  expect(anna.modal.field('Report').value).toEqual(['numbers.csv'])
  expect(await anna.modal.submit()).toMatchObject({ closed: true })
  expect(submitted).toMatchObject([{ id, name: 'numbers.csv' }])
  expect(await (await get(submitted[0]!.url_private_download)).text()).toBe(bytes.toString())
  expect(await answerOf(clientOf(sandbox).files.delete({ file: id }))).toMatchObject({
    error: 'cant_delete_file',
  })
})
