// Notes about a warning that still wait to be sent when another one takes its place: only what nothing else says goes out.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Message } from '../../src/outbox/flows/message-kind.ts'
import { warningEpisodes } from '../../src/warnings/db/warnings.sql.ts'
import { NOTES } from '../../src/warnings/domain/episode.ts'
import { loadWarningNote } from '../../src/warnings/flows/facts/warning.ts'
import { usesDatabase } from '../support/database.ts'
import { bothBehind } from './both-behind.ts'

const database = usesDatabase()

test('once a higher warning about the number is there, a queued note is not sent; that a promise was not kept is', async () => {
  const { team, boss } = await bothBehind(database.db)
  await team.deliver()
  const [{ episodeId } = { episodeId: '' }] = await team.open()
  const held = async () => {
    const sent: string[] = []
    for (const note of NOTES) {
      const message = { workspaceId: team.workspaceId, toUserId: boss.userId, subject: { episodeId, note } }
      const now = team.context.clock.now()
      if (await loadWarningNote(database.db, message as Message<'warning-note'>, now)) sent.push(note)
    }
    return sent
  }
  expect(await held()).toEqual(NOTES.filter((note) => note !== 'resolved'))
  await database.db
    .update(warningEpisodes)
    .set({ silenced: true })
    .where(eq(warningEpisodes.episodeId, episodeId))
  expect(await held()).toEqual(['promise-broken'])
})
