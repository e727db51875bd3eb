using System.Globalization;
using Badges.Benchmarks;
using Badges.Benchmarks.Load;

// dotnet run -c Release --project tests/Badges.Benchmarks -- [bounds | peers | curve | load [ROUNDS] | soak [MINUTES]]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
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
    case "load":
        return LoadTable.Print(int.Parse(args.ElementAtOrDefault(1) ?? "7", CultureInfo.InvariantCulture));
    case "soak":
        return SoakRun.Print(double.Parse(args.ElementAtOrDefault(1) ?? "10", CultureInfo.InvariantCulture));
    case "serve":
        return await ServedApplication.RunAsync(); // what the other two put under load
    default:
        Console.Error.WriteLine("bounds: ours beside what bounds it. peers: ours beside others' in one run. "
            + "curve: the cost of canonicalising by size. load: the service under load, beside an empty route and a "
            + "reference. soak: its memory under load.");
        return 64;
}
