// Looks up the recipient of a message for delivery: their language and direct message channel.

import type { Context } from '../../core/context.ts'
import type { Locale } from '../../core/i18n/locale.ts'
import type { Readers } from '../../outbox/flows/ports.ts'
import { findPerson, saveDmChannel } from '../db/people.ts'
import { settingsOn } from '../db/settings.ts'
import { ensurePerson } from './ensure-person.ts'

export function createReaders(context: Context, defaultLocale: Locale): Readers {
  const { db, clock } = context
  return {
    find: (workspaceId, userId) => findPerson(db, workspaceId, userId),
    saveDmChannel: (workspaceId, userId, channelId) => saveDmChannel(db, workspaceId, userId, channelId),
    localeOf: async ({ workspaceId, teamId, toUserId }, reader) => {
      if (toUserId)
        return (reader ?? (await ensurePerson(context, workspaceId, toUserId)))?.locale ?? defaultLocale
      if (!teamId) return defaultLocale
      const today = clock.now().toZonedDateTimeISO('UTC').toPlainDate()
      return (await settingsOn(db, workspaceId, teamId, today))?.locale ?? defaultLocale
    },
  }
}
