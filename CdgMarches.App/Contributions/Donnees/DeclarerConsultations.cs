using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Contributions;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Contributions.Donnees;

/// <summary>Une collectivité redevable, et ses consultations d'une année.</summary>
public sealed record LigneDeConsultations(
    CollectiviteId Collectivite,
    string Nom,
    string? Siret,
    int? Reelles,
    int? Estimees,
    OrigineDesConsultations? Origine,
    DateOnly? ConfirmeesLe
);

/// <summary>Déclare, corrige et lit le nombre de consultations de chaque collectivité (RG6.02, lectures 7 et 8).</summary>
public sealed class DeclarerConsultations(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    /// <summary>Les collectivités qui ont une convention d'accès, ou une déclaration, et leurs chiffres de l'année.</summary>
    public async Task<PageDe<LigneDeConsultations>> LireAsync(
        Acteur acteur,
        int annee,
        Demande demande,
        CancellationToken annulation = default
    )
    {
        acteur.ExigerToutLeCdg(Droits.ConsulterCdg);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var lignes = contexte
            .Collectivites.AsNoTracking()
            .Where(c =>
                contexte.ConventionsDAcces.Any(v => v.Collectivite == c.Id && v.PremierJour != null)
                || contexte.ConsultationsDeclarees.Any(d => d.Collectivite == c.Id && d.Annee == annee)
            );
        foreach (var mot in CleDeTri.Mots(demande.Recherche))
        {
            lignes = lignes.Where(c => c.CleDeRecherche.Contains(mot));
        }

        lignes = demande.Filtre("etat") switch
        {
            "manquantes" => lignes.Where(c =>
                !contexte.ConsultationsDeclarees.Any(d => d.Collectivite == c.Id && d.Annee == annee && d.Reelles != null)
            ),
            "declarees" => lignes.Where(c =>
                contexte.ConsultationsDeclarees.Any(d => d.Collectivite == c.Id && d.Annee == annee && d.Reelles != null)
            ),
            "confirmees" => lignes.Where(c =>
                contexte.ConsultationsDeclarees.Any(d => d.Collectivite == c.Id && d.Annee == annee && d.ConfirmeesLe != null)
            ),
            _ => lignes,
        };
        var total = await lignes.CountAsync(annulation);
        var page = await (
            from c in lignes
            join d in contexte.ConsultationsDeclarees.Where(d => d.Annee == annee) on c.Id equals d.Collectivite into declarees
            from d in declarees.DefaultIfEmpty()
            orderby c.CleDeTri, c.Id
            select new
            {
                c.Id,
                c.Nom,
                c.Siret,
                Declaration = d,
            }
        )
            .Skip(demande.Ignorer)
            .Take(demande.Prendre)
            .ToListAsync(annulation);
        return new PageDe<LigneDeConsultations>(
            [
                .. page.Select(p => new LigneDeConsultations(
                    p.Id,
                    p.Nom,
                    p.Siret?.Valeur,
                    p.Declaration?.Reelles,
                    p.Declaration?.Estimees,
                    p.Declaration?.Origine,
                    p.Declaration?.ConfirmeesLe
                )),
            ],
            total
        );
    }

    /// <summary>Déclare ou corrige les chiffres d'une collectivité.</summary>
    public async Task ExecuterAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        int annee,
        int? reelles,
        int? estimees,
        CancellationToken annulation = default
    )
    {
        acteur.ExigerToutLeCdg(Droits.PreparerContributions);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        await EcrireAsync(contexte, collectivite, annee, reelles, estimees, OrigineDesConsultations.Saisie, annulation);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    /// <summary>Le membre reconnaît le chiffre de son année.</summary>
    public async Task ConfirmerAsync(
        Acteur acteur,
        CollectiviteId collectivite,
        int annee,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Espace, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var declaration =
            await contexte.ConsultationsDeclarees.SingleOrDefaultAsync(
                d => d.Collectivite == collectivite && d.Annee == annee,
                annulation
            ) ?? throw new RefusException("Aucun chiffre n'est déclaré pour cette année : il n'y a rien à confirmer.");
        declaration.Confirmer(horloge.Aujourdhui, acteur.Nom);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }

    internal static async Task EcrireAsync(
        MarchesDbContext contexte,
        CollectiviteId collectivite,
        int annee,
        int? reelles,
        int? estimees,
        OrigineDesConsultations origine,
        CancellationToken annulation
    )
    {
        var existante = await contexte.ConsultationsDeclarees.SingleOrDefaultAsync(
            d => d.Collectivite == collectivite && d.Annee == annee,
            annulation
        );
        if (existante is null)
        {
            contexte.Add(ConsultationsDeclarees.Declarer(collectivite, annee, reelles, estimees, origine));
        }
        else
        {
            existante.Corriger(reelles, estimees, origine);
        }
    }
}
