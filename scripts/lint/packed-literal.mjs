/** Rejects `...[a, b]`, and `...{ a, b }` in an object: a spread literal only packs lines. */
const packedLiteral = {
  create: (context) => ({
    SpreadElement(node) {
      const { type } = node.argument;
      const inObject = node.parent.type === 'ObjectExpression';
      if (type === 'ArrayExpression' || (type === 'ObjectExpression' && inObject))
        context.report({ node, message: 'write the members themselves: a spread literal only packs lines' });
    },
  }),
};

export default { meta: { name: 'yunzhen' }, rules: { 'packed-literal': packedLiteral } };
