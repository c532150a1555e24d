using System.Globalization;
using CdgMarches.App.Compte;
using CdgMarches.App.Courriels;
using CdgMarches.App.Groupements;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.Database;
using CdgMarches.Database.Marches;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Groupements.Regles;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Ouvre la campagne des bilans d'une année : un bilan attendu par membre figé, un courriel par membre (RG7.01).</summary>
public sealed class DemanderLesBilans(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    ComposerCourriel composer,
    AdressesPubliques adresses
)
{
    /// <summary>Demande le bilan d'un marché.</summary>
    /// <returns>Le nombre de bilans ajoutés ; ceux déjà demandés restent.</returns>
    public async Task<int> ExecuterAsync(Acteur acteur, MarcheId id, int annee, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererProcedures);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marche = await contexte.MarcheAsync(acteur, id, annulation);
        if (marche.Debut is not { } debut || annee < debut.Year || annee > horloge.Aujourdhui.Year)
        {
            throw new RefusException(
                "Le bilan porte sur une année d'exécution du marché, l'année en cours au plus. Rien n'a été demandé."
            );
        }

        return await DemanderAsync(contexte, acteur, [marche.Id], annee, annulation);
    }

    /// <summary>Demande le bilan de l'année pour tous les marchés du périmètre qui s'y exécutaient.</summary>
    /// <returns>Le nombre de bilans ajoutés.</returns>
    public async Task<int> PourTousAsync(Acteur acteur, int annee, CancellationToken annulation = default)
    {
        acteur.Exiger(Droits.GererProcedures);
        if (annee > horloge.Aujourdhui.Year)
        {
            throw new RefusException("Le bilan porte sur l'année en cours au plus. Rien n'a été demandé.");
        }

        var (premier, dernier) = (new DateOnly(annee, 1, 1), new DateOnly(annee, 12, 31));
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var marches = await contexte
            .Marches.DuPerimetre(acteur)
            .Where(m => m.Debut != null && m.Debut <= dernier && (m.Fin == null || m.Fin >= premier))
            .Select(m => m.Id)
            .ToListAsync(annulation);
        return await DemanderAsync(contexte, acteur, marches, annee, annulation);
    }

    /// <summary>Demande le bilan de l'année pour tous les marchés d'un groupement qui s'y exécutaient.</summary>
    /// <returns>Le nombre de bilans ajoutés.</returns>
    public async Task<int> PourLeGroupementAsync(
        Acteur acteur,
        GroupementId id,
        int annee,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        if (annee > horloge.Aujourdhui.Year)
        {
            throw new RefusException("Le bilan porte sur l'année en cours au plus. Rien n'a été demandé.");
        }

        var (premier, dernier) = (new DateOnly(annee, 1, 1), new DateOnly(annee, 12, 31));
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        Verdict.De(new GroupementNonClos((await contexte.GroupementAsync(acteur, id, annulation)).Etat)).Exiger();
        var marches = await contexte
            .Marches.DuPerimetre(acteur)
            .Where(m => m.Groupement == id)
            .Where(m => m.Debut != null && m.Debut <= dernier && (m.Fin == null || m.Fin >= premier))
            .Select(m => m.Id)
            .ToListAsync(annulation);
        return marches.Count == 0
            ? throw new RefusException(
                $"Aucun marché de ce groupement ne s'exécutait en {annee.ToString(System.Globalization.CultureInfo.InvariantCulture)} : il n'y a pas de bilan à demander."
            )
            : await DemanderAsync(contexte, acteur, marches, annee, annulation);
    }

    /// <remarks>RG7.01. L'échéance est celle de la convention de chaque groupement, le 31 mars de l'année suivante par défaut.</remarks>
    private async Task<int> DemanderAsync(
        MarchesDbContext contexte,
        Acteur acteur,
        IReadOnlyList<MarcheId> demandesPour,
        int annee,
        CancellationToken annulation
    ) =>
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                // Read again here: what was tracked before the transaction no longer is, and its note would be lost.
                var marches = await contexte.Marches.Where(m => demandesPour.Contains(m.Id)).ToListAsync(jeton);
                var groupements = marches.Select(m => m.Groupement).Distinct().ToList();
                var echeances = (
                    await contexte
                        .Groupements.AsNoTracking()
                        .Where(g => groupements.Contains(g.Id))
                        .Select(g => new { g.Id, g.Regles })
                        .ToListAsync(jeton)
                ).ToDictionary(g => g.Id, g => g.Regles.EcheanceDuBilan(annee));
                var demandes = 0;
                DateOnly? premiere = null;
                HashSet<CollectiviteId> membres = [];
                foreach (var marche in marches)
                {
                    var manquants = await contexte
                        .MembresFiges.Where(f => f.Procedure == marche.Procedure && f.Lot == marche.Lot)
                        .Where(f =>
                            !contexte.BilansDeMembre.Any(b =>
                                b.Marche == marche.Id && b.Collectivite == f.Collectivite && b.Annee == annee
                            )
                        )
                        .Select(f => f.Collectivite)
                        .ToListAsync(jeton);
                    if (manquants.Count > 0)
                    {
                        var attendu = echeances[marche.Groupement];
                        premiere = premiere is { } p && p < attendu ? p : attendu;
                        contexte.AddRange(manquants.Select(c => new BilanDeMembre(marche.Id, c, annee, attendu)));
                        marche.NoterLesBilans(annee, manquants.Count);
                        demandes += manquants.Count;
                        membres.UnionWith(manquants);
                    }
                }

                if (premiere is not { } avant)
                {
                    return 0;
                }

                await contexte.EcrireAuxMembresAsync(
                    membres,
                    await composer.LireAsync(CourrielsDesMarches.Bilan.Cle, jeton),
                    CourrielsDesBilans.Valeurs(annee, avant, adresses),
                    horloge,
                    jeton
                );
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                await contexte.AccorderLesBilansAsync(membres, jeton);
                return demandes;
            },
            annulation
        );
}

/// <summary>Relance les membres qui n'ont pas rendu leurs bilans d'une année : un courriel par membre, au plus un par jour.</summary>
public sealed class RelancerLesBilans(
    IDbContextFactory<MarchesDbContext> donnees,
    HorlogeLegale horloge,
    ComposerCourriel composer,
    AdressesPubliques adresses
)
{
    /// <returns>Les membres relancés, et ceux que l'on ne peut joindre par courriel.</returns>
    public Task<(int Relances, IReadOnlyList<string> SansAdresse)> ExecuterAsync(
        Acteur acteur,
        int annee,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.GererProcedures);
        var jour = horloge.Aujourdhui;
        return RelancerAsync(acteur, annee, b => b.RelanceLe is not { } derniere || derniere < jour, annulation);
    }

    /// <summary>La relance automatique : les seuls bilans qui l'attendent ce jour-là, sauf aux membres à qui l'on vient d'écrire.</summary>
    /// <param name="annee">L'année des bilans.</param>
    /// <param name="ecart">Les jours avant le terme, et entre deux courriels au même membre.</param>
    /// <param name="annulation">Abandonne.</param>
    internal async Task<(int Relances, IReadOnlyList<string> SansAdresse)> RelancerCeuxQuiAttendentAsync(
        int annee,
        int ecart,
        CancellationToken annulation
    )
    {
        var jour = horloge.Aujourdhui;
        var depuis = horloge.Maintenant.AddDays(-ecart);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var recents = await contexte
            .EnvoisDeCourriel.Where(e => e.ObjetType == nameof(BilanDeMembre) && e.DeposeLe > depuis && e.Collectivite != null)
            .Select(e => e.Collectivite!.Value)
            .ToHashSetAsync(annulation);
        return await RelancerAsync(
            Acteur.Systeme,
            annee,
            b => b.AttendUneRelance(jour, ecart) && !recents.Contains(b.Collectivite.Valeur),
            annulation
        );
    }

    private async Task<(int Relances, IReadOnlyList<string> SansAdresse)> RelancerAsync(
        Acteur acteur,
        int annee,
        Func<BilanDeMembre, bool> retenir,
        CancellationToken annulation
    )
    {
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        return await contexte.EnTransactionAsync(
            async jeton =>
            {
                var permis = contexte.Marches.DuPerimetre(acteur).Select(m => m.Id);
                var attendus = (
                    await contexte
                        .BilansDeMembre.Where(b => b.Annee == annee && b.RenduLe == null && permis.Contains(b.Marche))
                        .ToListAsync(jeton)
                )
                    .Where(retenir)
                    .ToList();
                if (attendus.Count == 0)
                {
                    return (0, (IReadOnlyList<string>)[]);
                }

                var terme = attendus.Min(b => b.AttenduLe);
                var valeurs = CourrielsDesBilans.Valeurs(annee, terme, adresses);
                valeurs["attente"] =
                    terme < horloge.Aujourdhui
                        ? $"Nous n'avons pas reçu le bilan d'exécution {annee} de vos marchés, attendu le {Formats.DateLongue(terme)}."
                        : $"Le bilan d'exécution {annee} de vos marchés est attendu au plus tard le {Formats.DateLongue(terme)}.";
                var (joints, sans) = await contexte.EcrireAuxMembresAsync(
                    attendus.Select(b => b.Collectivite).ToHashSet(),
                    await composer.LireAsync(CourrielsDesMarches.Relance.Cle, jeton),
                    valeurs,
                    horloge,
                    jeton
                );
                foreach (var bilan in attendus.Where(b => joints.Contains(b.Collectivite)))
                {
                    bilan.Relancer(horloge.Aujourdhui);
                }

                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                return (joints.Count, sans);
            },
            annulation
        );
    }
}

internal static class CourrielsDesBilans
{
    public static Dictionary<string, string> Valeurs(int annee, DateOnly attendu, AdressesPubliques adresses) =>
        new()
        {
            ["annee"] = annee.ToString(CultureInfo.InvariantCulture),
            ["echeance"] = Formats.DateLongue(attendu),
            ["lien"] = adresses.De("/espace/marches"),
        };

    /// <returns>Les membres à qui un courriel part, et le nom de ceux que l'on ne peut joindre ainsi.</returns>
    public static async Task<(IReadOnlySet<CollectiviteId> Joints, IReadOnlyList<string> SansAdresse)> EcrireAuxMembresAsync(
        this MarchesDbContext contexte,
        IReadOnlyCollection<CollectiviteId> membres,
        ModeleEnVigueur modele,
        Dictionary<string, string> valeurs,
        HorlogeLegale horloge,
        CancellationToken annulation
    )
    {
        var destinataires = await contexte.DestinatairesAsync(membres, horloge.Aujourdhui, annulation);
        foreach (var personne in destinataires.Personnes)
        {
            FileDeCourriels.Deposer(
                contexte,
                modele.Pour(personne.Adresse, personne.Nom, valeurs) with
                {
                    ObjetType = nameof(BilanDeMembre),
                    ObjetId = personne.Collectivite.Valeur,
                    Collectivite = personne.Collectivite.Valeur,
                },
                horloge.Maintenant
            );
        }

        return (
            destinataires.Personnes.Select(p => p.Collectivite).ToHashSet(),
            [.. destinataires.SansAdresse.Select(m => m.Membre)]
        );
    }
}

/// <summary>Le bilan annuel qu'un membre rend, ou que le CDG saisit pour lui.</summary>
public sealed class RendreBilan(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge)
{
    public async Task ExecuterAsync(
        Acteur acteur,
        MarcheId id,
        CollectiviteId collectivite,
        int annee,
        MontantHt montant,
        int satisfaction,
        string? besoins,
        string? incidents,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(acteur.Perimetre.EstCdg ? Droits.GererProcedures : Droits.Espace, collectivite);
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var permis = acteur.Perimetre.EstCdg
            ? contexte.Marches.DuPerimetre(acteur).Select(m => m.Id)
            : contexte.DesMembres(acteur).Select(m => m.Id);
        await contexte.EnTransactionAsync(
            async jeton =>
            {
                var bilan =
                    await contexte.BilansDeMembre.SingleOrDefaultAsync(
                        b => b.Marche == id && b.Collectivite == collectivite && b.Annee == annee && permis.Contains(b.Marche),
                        jeton
                    ) ?? throw new DroitManquantException(Droits.Espace);
                bilan.Rendre(montant, satisfaction, besoins, incidents, acteur.Nom, horloge.Maintenant);
                await contexte.EnregistrerAsync(acteur, horloge.Maintenant, jeton);
                await contexte.AccorderLesBilansAsync([collectivite], jeton);
            },
            annulation
        );
    }
}
