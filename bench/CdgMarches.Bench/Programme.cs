using System.Globalization;
using CdgMarches.Bench;
using CdgMarches.Bench.Mesures;
using CdgMarches.Domain.Noyau;

// Ratios on standard output, one line each; everything else (progress, medians) on standard error.
// Arguments: the beginnings of the names to measure; all of them without argument.
CultureInfo.CurrentCulture = Francais.Culture;
CultureInfo.CurrentUICulture = Francais.Culture;
(string Nom, Func<Banc, Task> Executer)[] mesures =
[
    ("recensement-consolidation", MesureDeConsolidation.ExecuterAsync),
    ("recensement-tableau", MesureDuTableau.ExecuterAsync),
    ("recensement-cellule", MesureDeCellule.ExecuterAsync),
    ("recensement-classeur", MesureDuClasseur.ExecuterAsync),
    ("import-apercu", MesureDImport.ExecuterAsync),
    ("documents-convocations", MesureDesLettres.ExecuterAsync),
    ("procedures", MesureDesProcedures.ExecuterAsync),
    ("contributions", MesureDesContributions.ExecuterAsync),
    ("recensement-circuit", MesureDesCircuits.ExecuterAsync),
    ("courriels-relances", MesureDesRelances.ExecuterAsync),
    ("echeancier-mois", MesureDeLEcheancier.ExecuterAsync),
    ("commission-presence", MesureDeSeance.ExecuterAsync),
];

var choisies = mesures.Where(m => args.Length == 0 || args.Any(a => m.Nom.StartsWith(a, StringComparison.Ordinal))).ToList();
if (choisies.Count == 0)
{
    Rapport.Dire(
        $"Aucune mesure ne commence par {string.Join(" ni par ", args)}. Les mesures : {string.Join(", ", mesures.Select(m => m.Nom))}."
    );
    return 2;
}

await using var banc = new Banc();
foreach (var (nom, executer) in choisies)
{
    Rapport.Dire($"== {nom}");
    await executer(banc);
}

return 0;
