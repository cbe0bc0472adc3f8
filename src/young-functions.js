// Lets the garbage of the Postgres driver be cleared away while it is young.
// Not TypeScript, as what is loaded before all else.

/** `this.resolve = x => …`, and the like. */
const FUNCTION_TO_PROPERTY = /(\.\w+ = )(?=(?:async )?(?:\w+|\([^()]*\)) =>)/g

/** Whether the functions of this module are made anew for each query or transaction. */
export const makesManyFunctions = (url) => url.includes('/node_modules/postgres/src/')

/**
 * V8 takes a function that is written right behind `something.name =` to be there for good, and puts it among the
 * old objects. The driver makes two of them for each query and two for each transaction: dead but old, they keep
 * the query, its rows and all that waited for it, until the next collection of everything. By way of a variable
 * the same function is as young as what it belongs to.
 */
export const withYoungFunctions = (source) =>
  `${source.replace(FUNCTION_TO_PROPERTY, '$1youngFunction = ')}\nvar youngFunction\n`
