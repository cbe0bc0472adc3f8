// The type of a dictionary of opencc-js that has none: pairs of signs, simplified and traditional.
declare module 'opencc-js/dict/STCharacters' {
  const pairs: string
  export default pairs
}
