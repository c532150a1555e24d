using CdgMarches.App.Procedures;
using CdgMarches.App.Socle;
using CdgMarches.Database;
using CdgMarches.Domain.Collectivites;
using CdgMarches.Domain.Marches;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;
using Microsoft.EntityFrameworkCore;

namespace CdgMarches.App.Marches;

/// <summary>Ouvre la campagne des bilans d'une année : un bilan attendu par membre figé (RG7.01).</summary>
public sealed class DemanderLesBilans(IDbContextFactory<MarchesDbContext> donnees, HorlogeLegale horloge, FaitsDeProcedure faits)
{
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

        var jourDuBilan = (await faits.DelaisAsync(annulation)).Entier(CodesDeDelai.BilanAnnuel, horloge.Aujourdhui);
        var attendu = new DateOnly(annee + 1, jourDuBilan / 100, jourDuBilan % 100);
        var manquants = await contexte
            .MembresFiges.Where(f => f.Procedure == marche.Procedure && f.Lot == marche.Lot)
            .Where(f => !contexte.BilansDeMembre.Any(b => b.Marche == id && b.Collectivite == f.Collectivite && b.Annee == annee))
            .Select(f => f.Collectivite)
            .ToListAsync(annulation);
        contexte.AddRange(manquants.Select(c => new BilanDeMembre(id, c, annee, attendu)));
        marche.NoterLesBilans(annee, manquants.Count);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
        return manquants.Count;
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
        var bilan =
            await contexte.BilansDeMembre.SingleOrDefaultAsync(
                b => b.Marche == id && b.Collectivite == collectivite && b.Annee == annee && permis.Contains(b.Marche),
                annulation
            ) ?? throw new DroitManquantException(Droits.Espace);
        bilan.Rendre(montant, satisfaction, besoins, incidents, acteur.Nom, horloge.Maintenant);
        await contexte.EnregistrerAsync(acteur, horloge.Maintenant, annulation);
    }
}
