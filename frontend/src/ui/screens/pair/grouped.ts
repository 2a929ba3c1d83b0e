// A code in groups of four, as people read one to another.

export function grouped(code: string): string[] {
  return code.replace(/[\s-]/g, "").match(/.{1,4}/g) ?? [];
}
