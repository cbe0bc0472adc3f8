// The log: one JSON object per line, without secrets even where a library's error message contains one.
import { expect, test } from 'vitest'
import { createLog } from '../../src/app/log.ts'

function logged(level: 'debug' | 'info', write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = []
  write(createLog(level, (line) => void lines.push(line)))
  return lines
}

test('a line is JSON with level, time, message and facts', () => {
  const [line] = logged('info', (log) => log.info({ messageKey: 'a' }, 'delivered'))
  expect(JSON.parse(line!)).toEqual({
    level: 'info',
    time: expect.any(Number),
    messageKey: 'a',
    msg: 'delivered',
  })
})

test.each(['xoxb-123-456-abcDEF', 'xapp-1-A111-222-deadbeef', 'xoxe.xoxp-1-abc'])(
  'the token %s does not get through',
  (token) => {
    const [line] = logged('info', (log) => log.warn({ reason: `request with ${token} failed` }, token))
    expect(line).not.toMatch(/abc|deadbeef/i)
    expect(line).toContain('[secret]')
  },
)

test('the password of a database URL is removed', () => {
  const [line] = logged('info', (log) =>
    log.warn({ reason: 'postgres://pacesetter:hunter2@db:5432/x' }, 'away'),
  )
  expect(line).not.toContain('hunter2')
  expect(line).toContain('pacesetter')
})

test('nothing is logged below its level', () => {
  expect(logged('info', (log) => log.debug({}, 'psst'))).toEqual([])
})
