namespace Badges.LinkedData.Canonicalization;

/// <summary>A statement: where its line and the terms in it stand, and the numbers of its blank nodes, -1 where there
/// is none.</summary>
internal struct BlankedQuad
{
    public int Start;
    public int PredicateStart;
    public int ObjectStart;
    public int GraphStart;
    public int End;

    public int Subject;
    public int Object;
    public int Graph;

    public readonly bool HasBlankNode => Subject >= 0 || Object >= 0 || Graph >= 0;
}
