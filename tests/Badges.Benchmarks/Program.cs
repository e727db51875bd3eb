using Badges.Benchmarks;

// dotnet run -c Release --project tests/Badges.Benchmarks -- [bounds | peers | curve]
switch (args.FirstOrDefault() ?? "bounds")
{
    case "bounds":
        BoundsTable.Print();
        return 0;
    case "peers":
        return PeersTable.Print();
    case "curve":
        GrowthCurve.Print();
        return 0;
    default:
        Console.Error.WriteLine("bounds: ours beside what bounds it. peers: ours beside others' in one run. "
            + "curve: the cost of canonicalising by size.");
        return 64;
}
