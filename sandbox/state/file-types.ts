// Slack's file types by file extension; docs.slack.dev /reference/objects/file-object.

interface FileType {
  mimetype: string
  filetype: string
  prettyType: string
}

const BY_ENDING: Readonly<Record<string, FileType>> = {
  csv: { mimetype: 'text/csv', filetype: 'csv', prettyType: 'CSV' },
  gif: { mimetype: 'image/gif', filetype: 'gif', prettyType: 'GIF' },
  html: { mimetype: 'text/html', filetype: 'html', prettyType: 'HTML' },
  jpeg: { mimetype: 'image/jpeg', filetype: 'jpg', prettyType: 'JPEG' },
  jpg: { mimetype: 'image/jpeg', filetype: 'jpg', prettyType: 'JPEG' },
  json: { mimetype: 'text/plain', filetype: 'json', prettyType: 'JSON' },
  md: { mimetype: 'text/plain', filetype: 'markdown', prettyType: 'Markdown (raw)' },
  pdf: { mimetype: 'application/pdf', filetype: 'pdf', prettyType: 'PDF' },
  png: { mimetype: 'image/png', filetype: 'png', prettyType: 'PNG' },
  txt: { mimetype: 'text/plain', filetype: 'text', prettyType: 'Plain Text' },
  xlsx: {
    mimetype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    filetype: 'xlsx',
    prettyType: 'Excel Spreadsheet',
  },
  zip: { mimetype: 'application/zip', filetype: 'zip', prettyType: 'Zip' },
}

/** Snippet syntaxes that the sandbox knows. */
export const SNIPPET_TYPES: readonly string[] = `
  auto text csv css diff go html java javascript json kotlin markdown php python ruby rust shell sql swift
  typescript xml yaml
`
  .trim()
  .split(/\s+/)

const UNKNOWN: FileType = { mimetype: 'application/octet-stream', filetype: 'binary', prettyType: 'Binary' }

export function fileTypeOf(name: string, snippetType?: string): FileType {
  if (snippetType !== undefined)
    return { mimetype: 'text/plain', filetype: snippetType, prettyType: snippetType }
  return BY_ENDING[endingOf(name)] ?? UNKNOWN
}

/** The extension in lower case, without its dot; empty when there is none. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
