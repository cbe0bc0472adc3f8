// English: what is said about the language model, its switches and its log.
export const ai = {} as const
