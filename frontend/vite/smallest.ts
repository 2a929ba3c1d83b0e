// How the built files are made small. The oldest browser that is supported is far newer than what Terser takes care of by
// itself (Safari 10).
export const smallest = { ecma: 2020, safari10: false, compress: { passes: 3 } } as const;
