// Parses a stored set-up input.
import { z } from 'zod'
import { parseSettings } from '../../org/db/settings-schema.ts'
import { ROLE_MAX_LENGTH } from '../../org/domain/own-role.ts'

const StoredInput = z.object({
  settings: z.unknown(),
  parentTeamId: z.uuid().nullable(),
  managerUserId: z.string(),
  delegateUserId: z.string().nullable().default(null),
  memberUserIds: z.array(z.string()),
  role: z.string().max(ROLE_MAX_LENGTH),
  currency: z.string(),
  sharedConfirmed: z.boolean().default(false),
})

/** Throws on an invalid input. */
export function parseSetupInput(stored: unknown, channelId: string) {
  const input = StoredInput.parse(stored)
  return { ...input, settings: parseSettings(input.settings, channelId) }
}
