using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Courriels;
using CdgMarches.App.Socle.Taches;
using CdgMarches.Database;
using CdgMarches.Database.Parametres;
using CdgMarches.Database.Socle;
using CdgMarches.Domain.Courriels;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Noyau.Calendrier;
using CdgMarches.Domain.Parametres;
using CdgMarches.Domain.Parametres.Regles;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Parametres;

/// <summary>Change les réglages généraux, et dit dans l'historique ce que chacun valait avant.</summary>
public sealed class ModifierReglages(
    IDbContextFactory<MarchesDbContext> donnees,
    LireParametres parametres,
    IEnumerable<IAuChangementDeReglage> suites,
    HorlogeLegale horloge
)
{
    /// <param name="acteur">L'administrateur.</param>
    /// <param name="lus">Les valeurs qu'il avait sous les yeux.</param>
    /// <param name="saisis">Celles qu'il a saisies.</param>
    /// <param name="annulation">Abandonne l'attente.</param>
    /// <exception cref="RegleMetierException">Des valeurs ne conviennent pas : toutes sont dites, et rien n'est enregistré.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Un réglage a changé depuis qu'il a été lu : rien n'est enregistré.</exception>
    public async Task ExecuterAsync(
        Acteur acteur,
        IReadOnlyDictionary<string, string> lus,
        IReadOnlyDictionary<string, string> saisis,
        CancellationToken annulation = default
    )
    {
        acteur.Exiger(Droits.Administrer);
        var changes = ClesDeReglage
            .Toutes.Where(c => saisis.TryGetValue(c, out var saisie) && saisie.Trim() != lus.GetValueOrDefault(c, "").Trim())
            .ToDictionary(c => c, c => saisis[c].Trim());
        Verdict.De([.. changes.Select(c => new ReglageRecevable(c.Key, Refus(c.Key, c.Value)))]).Exiger();
        var maintenant = horloge.Maintenant;
        await using var contexte = await donnees.CreateDbContextAsync(annulation);
        var connus = await contexte.ReglagesGeneraux.ToDictionaryAsync(r => r.Cle, annulation);
        foreach (var (cle, valeur) in changes)
        {
            var reglage = connus.GetValueOrDefault(cle) ?? Nouveau(contexte, cle);
            if (reglage.Valeur.Trim() != lus.GetValueOrDefault(cle, "").Trim())
            {
                throw new DbUpdateConcurrencyException($"Le réglage {cle} a changé depuis sa lecture.");
            }

            var fait = new ReglageModifie(ClesDeReglage.Libelle(cle), reglage.Valeur, valeur);
            contexte.Journaliser(LigneDeJournal.De(Parametrage.ObjetType, Parametrage.ObjetId, fait, acteur, maintenant));
            (reglage.Valeur, reglage.ModifieLe, reglage.ModifiePar) = (valeur, maintenant, acteur.Nom);
        }

        await contexte.EnregistrerAsync(acteur, maintenant, annulation);
        parametres.Oublier();
        foreach (var suite in suites)
        {
            await suite.ExecuterAsync([.. changes.Keys], annulation);
        }
    }

    private static ReglageGeneral Nouveau(MarchesDbContext contexte, string cle) =>
        contexte.ReglagesGeneraux.Add(new ReglageGeneral(cle, ClesDeReglage.Defaut(cle))).Entity;

    private static string? Refus(string cle, string valeur) =>
        valeur.Length > ClesDeReglage.LongueurMax(cle)
            ? $"« {ClesDeReglage.Libelle(cle)} » dépasse {ClesDeReglage.LongueurMax(cle)} caractères. Raccourcissez-le."
            : cle switch
            {
                ClesDeReglage.NomDuCdg when valeur.Length == 0 => "Le nom du centre de gestion est obligatoire.",
                ClesDeReglage.CourrielDuCdg when valeur.Length > 0 && !FileDeCourriels.EstValide(valeur) =>
                    $"« {valeur} » n'est pas une adresse de courriel. Écrivez par exemple contact@cdg.fr.",
                ClesDeReglage.ZoneDeJoursFeries when !Enum.TryParse<ZoneDeJoursFeries>(valeur, out _) =>
                    "Cette zone de jours fériés n'existe pas. Choisissez-la dans la liste.",
                ClesDeReglage.JoursDesRelances when CalendrierDeRelances.Lire(valeur) is null =>
                    "Les jours des relances ne se lisent pas. Écrivez par exemple -15 ; -5 ; -1 ; 2.",
                ClesDeReglage.JourDeLAvisDeRetrait when valeur.Length > 0 && LireJourDeLAnnee(valeur) is null =>
                    "Le jour de l'avis annuel ne se lit pas. Écrivez par exemple 01/09, ou laissez vide.",
                ClesDeReglage.HeureDesRelances
                or ClesDeReglage.HeureDuResume
                or ClesDeReglage.HeureDesAlertes when HeureDeTache.Lire(valeur) is null =>
                    $"« {ClesDeReglage.Libelle(cle)} » ne se lit pas. Écrivez par exemple 08:30.",
                _ => null,
            };

    /// <summary>Lit un jour de l'année écrit « jj/mm ».</summary>
    internal static (int Mois, int Jour)? LireJourDeLAnnee(string texte) =>
        DateOnly.TryParseExact(
            $"{texte}/2001",
            "dd/MM/yyyy",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var jour
        )
            ? (jour.Month, jour.Day)
            : null;
}
