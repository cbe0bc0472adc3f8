// Every sentence in English, gathered from the areas. The keys here are the keys that exist.
import { common } from './common.ts'

export const en = { ...common } as const
