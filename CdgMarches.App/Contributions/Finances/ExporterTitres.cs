using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Fichiers;
using CdgMarches.App.Socle.Tableur;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Finances;

/// <summary>Remet aux finances le fichier des titres : classeur et CSV gardés, appels marqués, sans double (RG6.32).</summary>
public sealed class ExporterTitres(IDbContextFactory<MarchesDbContext> donnees, MagasinDeFichiers magasin, HorlogeLegale horloge)
{
    public async Task<AvantExport> ApprecierAsync(Acteur acteur, DemandeDExport demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var requete = Requete(contexte, acteur, demande with { DejaExportes = true });
        var tous = await requete.AsNoTracking().ToListAsync(annulation);
        var fiches = await FichesAsync(contexte, requete, annulation);
        var choisis = demande.DejaExportes ? tous : tous.FindAll(a => a.ExporteLe is null);
        var verdicts = choisis.ConvertAll(a => (Appel: a, Verdict: a.PeutExporter(fiches[a.Collectivite])));
        var prets = verdicts.FindAll(v => v.Verdict.EstFavorable);
        return new AvantExport(
            demande,
            prets.Count,
            MontantTtc.Somme(prets.Select(v => v.Appel.Ttc)),
            [
                .. verdicts
                    .Where(v => !v.Verdict.EstFavorable)
                    .Select(v =>
                        (v.Appel.Id, v.Appel.Reference!.ToString(), string.Join(" ", v.Verdict.Obstacles.Select(o => o.Message)))
                    ),
            ],
            tous.Count(a => a.ExporteLe is not null),
            tous.Max(a => a.ExporteLe)
        );
    }

    /// <summary>Les types et les appels où choisir, pour un exercice.</summary>
    public async Task<ChoixDeRemise> ChoixAsync(Acteur acteur, int exercice, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var appels = contexte.Appels.AsNoTracking().DuPerimetre(acteur).Where(a => a.Exercice == exercice && a.Numero != null);
        var codes = await appels.Select(a => a.Type).Distinct().OrderBy(t => t).ToListAsync(annulation);
        var libelles = await contexte.LibellesDesTypesAsync(annulation);
        var campagnes = await contexte
            .CampagnesDAppel.AsNoTracking()
            .DuPerimetre(acteur)
            .Where(c => c.Exercice == exercice)
            .OrderBy(c => c.Intitule)
            .Select(c => new { c.Id, c.Intitule })
            .ToListAsync(annulation);
        return new ChoixDeRemise(
            [.. codes.Select(c => (c, libelles.GetValueOrDefault(c, c)))],
            [.. campagnes.Select(c => (c.Id, c.Intitule))]
        );
    }

    /// <returns>L'identifiant de la remise.</returns>
    /// <exception cref="RefusException">Il n'y a rien à remettre.</exception>
    public async Task<Guid> ExecuterAsync(Acteur acteur, DemandeDExport demande, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var requete = Requete(contexte, acteur, demande);
        var fiches = await FichesAsync(contexte, requete, annulation);
        var appels = (await requete.ToListAsync(annulation)).FindAll(a => a.PeutExporter(fiches[a.Collectivite]).EstFavorable);
        if (appels.Count == 0)
        {
            throw new RefusException(
                "Aucun titre n'est à remettre : tout l'a déjà été, ou il manque des données. Rien n'a été écrit."
            );
        }

        var profil = await ProfilAsync(contexte, demande, annulation);
        var lignes = await LignesAsync(contexte, appels, fiches, demande, annulation);
        var filtre = demande.EnClair(
            demande.Campagne is { } campagne
                ? await contexte.CampagnesDAppel.Where(c => c.Id == campagne).Select(c => c.Intitule).SingleAsync(annulation)
                : null
        );
        var jour = horloge.Aujourdhui;
        var id = Guid.CreateVersion7();
        var csv = EcrireTitres.Csv(profil, lignes);
        var empreinte = EcrireTitres.Empreinte(csv);
        var pieceDuClasseur = await RangerAsync(
            contexte,
            acteur,
            EcrireTitres.Classeur(demande.Exercice, filtre, profil, lignes, empreinte, jour),
            NomDeFichier.De("Titres", demande.Exercice, jour),
            TypesMime.Xlsx,
            annulation
        );
        var pieceDuCsv = await RangerAsync(
            contexte,
            acteur,
            csv,
            NomDeFichier.De("Titres", demande.Exercice, jour, "csv"),
            TypesMime.Csv,
            annulation
        );
        contexte.Add(
            new ExportDeFinances(
                id,
                demande.Exercice,
                profil?.Nom ?? "Toutes les colonnes",
                filtre[..Math.Min(filtre.Length, ExportDeFinances.LongueurDuFiltre)],
                lignes.Count,
                EcrireTitres.Total(lignes),
                empreinte,
                horloge.Maintenant,
                acteur.Nom,
                pieceDuClasseur,
                pieceDuCsv
            )
        );
        foreach (var appel in appels)
        {
            appel.Exporter(fiches[appel.Collectivite], horloge.Maintenant);
            contexte.Add(new TitreRemis(id, appel.Id));
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
        IReadOnlyDictionary<CollectiviteId, FicheDuDebiteur> fiches,
        DemandeDExport demande,
        CancellationToken annulation
    )
    {
        var codes = demande.Profil is { } p
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
                    .Where(a => a.Rang == 0 && a.Numero != null)
                    .Where(a => contexte.Appels.Any(c => c.Rectifie == a.Id && exercices.Contains(c.Exercice)))
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
                fiches[a.Collectivite],
                codes.GetValueOrDefault(a.Collectivite),
                a.Rectifie is { } r ? rectifies.GetValueOrDefault(r) : null
            )
            {
                Bordereau = demande.Bordereau,
            }),
        ];
    }

    private static IQueryable<AppelDeContribution> Requete(MarchesDbContext contexte, Acteur acteur, DemandeDExport demande)
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

        if (demande.Type is { } type)
        {
            appels = appels.Where(a => a.Type == type);
        }

        if (demande.Campagne is { } campagne)
        {
            appels = appels.Where(a => a.Campagne == campagne);
        }

        appels = demande.Titres switch
        {
            TitresARemettre.Tous => appels,
            TitresARemettre.Demandes => appels.Where(a =>
                a.Nature == NatureDAppel.Initial || a.Nature == NatureDAppel.Complement
            ),
            TitresARemettre.Corrections => appels.Where(a =>
                a.Nature == NatureDAppel.Reduction || a.Nature == NatureDAppel.Annulation
            ),
            TitresARemettre.APayer => appels.Where(a => a.Etat == EtatDAppel.Emis),
            TitresARemettre.SansTitre => appels.Where(a => a.NumeroDeTitre == null),
        };

        return appels.OrderBy(a => a.Numero);
    }

    /// <summary>Ce que dit ce jour la fiche de chaque débiteur d'une remise (RG6.35).</summary>
    internal static async Task<Dictionary<CollectiviteId, FicheDuDebiteur>> FichesAsync(
        MarchesDbContext contexte,
        IQueryable<AppelDeContribution> appels,
        CancellationToken annulation
    ) =>
        await contexte
            .Collectivites.AsNoTracking()
            .Where(c => appels.Any(a => a.Collectivite == c.Id))
            .Select(c => new
            {
                c.Id,
                c.Siret,
                c.Chorus,
            })
            .ToDictionaryAsync(c => c.Id, c => new FicheDuDebiteur(c.Siret?.Valeur, c.Chorus), annulation);

    private static async Task<ProfilDExport?> ProfilAsync(
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
