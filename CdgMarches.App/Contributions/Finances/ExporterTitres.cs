using System.Globalization;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Ce que le fichier des finances doit contenir.</summary>
/// <param name="Exercice">L'exercice.</param>
/// <param name="Profil">Le progiciel ; nul pour toutes les colonnes.</param>
/// <param name="Du">La première date d'appel.</param>
/// <param name="Au">La dernière.</param>
/// <param name="DejaExportes">Reprendre aussi ce qui a déjà été remis.</param>
/// <param name="SansTitreSeulement">Seulement ce qui n'a pas encore de titre.</param>
public sealed record DemandeDExport(
    int Exercice,
    ProfilDExportId? Profil = null,
    DateOnly? Du = null,
    DateOnly? Au = null,
    bool DejaExportes = false,
    bool SansTitreSeulement = false
)
{
    public string EnClair =>
        $"Exercice {Exercice.ToString(CultureInfo.InvariantCulture)}"
        + (Du is { } du ? $", appels du {Formats.DateCourte(du)}" : "")
        + (Au is { } au ? $"{(Du is null ? ", appels" : "")} au {Formats.DateCourte(au)}" : "")
        + (SansTitreSeulement ? ", sans titre" : "")
        + (DejaExportes ? ", déjà remis compris" : "");
}

/// <summary>Ce qu'une remise contiendrait, et ce qui en est retenu.</summary>
/// <param name="Nombre">Les titres qui partent.</param>
/// <param name="Total">Leur somme TTC.</param>
/// <param name="Retenus">Ceux à qui il manque quelque chose, et quoi ; les autres partent.</param>
/// <param name="DejaExportes">Ceux qui ont déjà été remis.</param>
/// <param name="DernierExport">La dernière remise.</param>
public sealed record AvantExport(
    int Nombre,
    MontantTtc Total,
    IReadOnlyList<(AppelDeContributionId Id, string Reference, string Motif)> Retenus,
    int DejaExportes,
    DateTimeOffset? DernierExport
);

/// <summary>Une remise passée.</summary>
public sealed record RemiseAuxFinances(
    Guid Id,
    int Exercice,
    string Profil,
    string Filtre,
    int Nombre,
    long TotalCentimes,
    string Empreinte,
    DateTimeOffset FaitLe,
    string FaitPar
);

/// <summary>Remet aux finances le fichier des titres : classeur et CSV gardés, appels marqués, sans double (RG6.32).</summary>
public sealed class ExporterTitres(IDbContextFactory<MarchesDbContext> donnees, MagasinDeFichiers magasin, HorlogeLegale horloge)
{
    public async Task<AvantExport> ApprecierAsync(Acteur acteur, DemandeDExport demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var tous = await Requete(contexte, acteur, demande with { DejaExportes = true }).AsNoTracking().ToListAsync(annulation);
        var choisis = demande.DejaExportes ? tous : tous.FindAll(a => a.ExporteLe is null);
        var prets = choisis.FindAll(a => a.PeutExporter().EstFavorable);
        return new AvantExport(
            prets.Count,
            MontantTtc.Somme(prets.Select(a => a.Ttc)),
            [
                .. choisis
                    .Where(a => !a.PeutExporter().EstFavorable)
                    .Select(a =>
                        (a.Id, a.Reference!.ToString(), string.Join(" ", a.PeutExporter().Obstacles.Select(o => o.Message)))
                    ),
            ],
            tous.Count(a => a.ExporteLe is not null),
            tous.Max(a => a.ExporteLe)
        );
    }

    /// <returns>L'identifiant de la remise.</returns>
    /// <exception cref="RefusException">Il n'y a rien à remettre.</exception>
    public async Task<Guid> ExecuterAsync(Acteur acteur, DemandeDExport demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appels = (await Requete(contexte, acteur, demande).ToListAsync(annulation)).FindAll(a =>
            a.PeutExporter().EstFavorable
        );
        if (appels.Count == 0)
        {
            throw new RefusException(
                "Aucun titre n'est à remettre : tout l'a déjà été, ou il manque des données. Rien n'a été écrit."
            );
        }

        var profil = await ProfilAsync(contexte, demande, annulation);
        var lignes = await LignesAsync(contexte, appels, demande.Profil, annulation);
        var jour = horloge.Aujourdhui;
        var id = Guid.CreateVersion7();
        var classeur = await RangerAsync(
            contexte,
            acteur,
            EcrireTitres.Classeur(demande.Exercice, demande.EnClair, profil, lignes, jour),
            NomDeFichier.De("Titres", demande.Exercice, jour),
            TypesMime.Xlsx,
            annulation
        );
        var csv = await RangerAsync(
            contexte,
            acteur,
            EcrireTitres.Csv(profil, lignes),
            NomDeFichier.De("Titres", demande.Exercice, jour, "csv"),
            TypesMime.Csv,
            annulation
        );
        contexte.Add(
            new ExportDeFinances(
                id,
                demande.Exercice,
                profil?.Nom ?? "Toutes les colonnes",
                demande.EnClair,
                lignes.Count,
                EcrireTitres.Total(lignes),
                EcrireTitres.Empreinte(profil, lignes),
                horloge.Maintenant,
                acteur.Nom,
                classeur,
                csv
            )
        );
        foreach (var appel in appels)
        {
            appel.Exporter(id, horloge.Maintenant);
        }

        // Two agents at once: the versions of the calls refuse the second remittance.
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return id;
    }

    public async Task<PageDe<RemiseAuxFinances>> RemisesAsync(
        Acteur acteur,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.ExigerToutLeCdg(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var remises = contexte.ExportsDeFinances.AsNoTracking();
        var total = await remises.CountAsync(annulation);
        return new PageDe<RemiseAuxFinances>(
            await remises
                .OrderByDescending(e => e.FaitLe)
                .Skip(demande.Ignorer)
                .Take(demande.Prendre)
                .Select(e => new RemiseAuxFinances(
                    e.Id,
                    e.Exercice,
                    e.Profil,
                    e.Filtre,
                    e.Nombre,
                    e.Total.Centimes,
                    e.Empreinte,
                    e.FaitLe,
                    e.FaitPar
                ))
                .ToListAsync(annulation),
            total
        );
    }

    internal static async Task<List<LigneDeTitre>> LignesAsync(
        MarchesDbContext contexte,
        IReadOnlyList<AppelDeContribution> appels,
        ProfilDExportId? profil,
        CancellationToken annulation
    )
    {
        var codes = profil is { } p
            ? await contexte
                .CodesTiers.AsNoTracking()
                .Where(c => c.Profil == p)
                .ToDictionaryAsync(c => c.Collectivite, c => c.Code, annulation)
            : [];
        var exercices = appels.Select(a => a.Exercice).Distinct().ToList();
        var rectifies = appels.Any(a => a.Rectifie is not null)
            ? (
                await contexte
                    .Appels.AsNoTracking()
                    .Where(a => exercices.Contains(a.Exercice) && a.Rang == 0 && a.Numero != null)
                    .Select(a => new
                    {
                        a.Id,
                        a.Exercice,
                        a.Numero,
                    })
                    .ToListAsync(annulation)
            ).ToDictionary(a => a.Id, a => new ReferenceDAppel(a.Exercice, a.Numero!.Value).ToString())
            : [];
        return
        [
            .. appels.Select(a => new LigneDeTitre(
                a,
                codes.GetValueOrDefault(a.Collectivite),
                a.Rectifie is { } r ? rectifies.GetValueOrDefault(r) : null
            )),
        ];
    }

    internal static IQueryable<AppelDeContribution> Requete(MarchesDbContext contexte, Acteur acteur, DemandeDExport demande)
    {
        var appels = contexte.Appels.DuPerimetre(acteur).Where(a => a.Exercice == demande.Exercice && a.Numero != null);
        if (demande.Du is { } du)
        {
            appels = appels.Where(a => a.DateDAppel >= du);
        }

        if (demande.Au is { } au)
        {
            appels = appels.Where(a => a.DateDAppel <= au);
        }

        if (!demande.DejaExportes)
        {
            appels = appels.Where(a => a.ExporteLe == null);
        }

        if (demande.SansTitreSeulement)
        {
            appels = appels.Where(a => a.NumeroDeTitre == null);
        }

        return appels.OrderBy(a => a.Numero);
    }

    internal static async Task<ProfilDExport?> ProfilAsync(
        MarchesDbContext contexte,
        DemandeDExport demande,
        CancellationToken annulation
    ) =>
        demande.Profil is { } id
            ? await contexte.ProfilsDExport.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, annulation)
            : null;

    private async Task<Guid> RangerAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        byte[] contenu,
        string nom,
        string type,
        CancellationToken annulation
    )
    {
        using var flux = new MemoryStream(contenu, writable: false);
        return (await magasin.ProduireAsync(contexte, flux, nom, type, acteur, annulation)).Id;
    }
}
