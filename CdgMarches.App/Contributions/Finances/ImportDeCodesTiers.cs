using CdgMarches.App.Contributions.Donnees;
using CdgMarches.App.Socle.Import;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Les codes des débiteurs dans le progiciel de finances, un par SIRET (RG6.32).</summary>
public sealed class ImportDeCodesTiers : IImportDeContributions
{
    private static readonly ColonneDImport<Siret?> Siret = Colonnes.Siret("SIRET") with { Presence = Presence.ValeurRequise };

    private static readonly ColonneDImport<string?> Code = Colonnes.Texte("Code tiers", CodeTiers.Longueur) with
    {
        Presence = Presence.ValeurRequise,
        Alias = ["Code", "Tiers"],
    };

    public string Nature => "codes-tiers";

    public string Titre => "Importer les codes tiers";

    public string Consigne => "Un débiteur par ligne : colonnes « SIRET » et « Code tiers ».";

    public PlanDImport Plan { get; } = new("Tiers", Siret, Code);

    public async Task<ApercuDImport> ExaminerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        TableurLu tableur,
        ParametresDImport parametres,
        CancellationToken annulation
    )
    {
        var profil = new ProfilDExportId(parametres.Profil ?? Guid.Empty);
        var connus = await (
            from c in contexte.Collectivites.AsNoTracking().Where(c => c.Siret != null && c.ArchiveLe == null)
            join t in contexte.CodesTiers.Where(t => t.Profil == profil) on c.Id equals t.Collectivite into codes
            from t in codes.DefaultIfEmpty()
            select new { c.Siret, Code = t }
        ).ToListAsync(annulation);
        var parSiret = connus.ToDictionary(c => c.Siret!.Valeur, c => c.Code);
        return ApercuDImport.Construire(
            Plan.Lire(tableur),
            l => l.Lire(Siret)?.Valeur,
            parSiret.GetValueOrDefault,
            new Champs<CodeTiers>().Avec(Code, t => t.Code),
            (ligne, _) =>
            {
                if (ligne.Lire(Siret) is { } siret && !parSiret.ContainsKey(siret.Valeur))
                {
                    ligne.Refuser(Siret, $"aucune collectivité du référentiel n'a le SIRET {siret.Formater()}.");
                }
            }
        );
    }

    public async Task EcrireAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        ApercuDImport apercu,
        ParametresDImport parametres,
        CancellationToken annulation
    )
    {
        var profil = new ProfilDExportId(parametres.Profil ?? Guid.Empty);
        var parSiret = (
            await contexte
                .Collectivites.Where(c => c.Siret != null && c.ArchiveLe == null)
                .Select(c => new { c.Siret, c.Id })
                .ToListAsync(annulation)
        ).ToDictionary(c => c.Siret!.Valeur, c => c.Id);
        var connus = await contexte.CodesTiers.Where(t => t.Profil == profil).ToDictionaryAsync(t => t.Collectivite, annulation);
        foreach (var ligne in apercu.LignesAEcrire)
        {
            var id = parSiret[ligne.Cle];
            var code = ligne.Source.Lire(Code)!;
            if (connus.GetValueOrDefault(id) is { } existant)
            {
                existant.Code = code;
            }
            else
            {
                contexte.Add(new CodeTiers(profil, id, code));
            }
        }
    }
}
