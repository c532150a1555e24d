using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CdgMarches.Tests.Outils;

/// <summary>
/// bUnit asks for AngleSharp.Diffing 1.1 or later and only 0.17 is served: its assembly version is lower, so the runtime
/// refuses it until somebody answers for the name. What bUnit calls is the same in both.
/// </summary>
internal static class ComparaisonDeHtml
{
    [ModuleInitializer]
    internal static void Installer() =>
        AssemblyLoadContext.Default.Resolving += static (contexte, nom) =>
            nom.Name == "AngleSharp.Diffing"
                ? contexte.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll"))
                : null;
}
