using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;
using CdgMarches.Domain.Procedures;

namespace CdgMarches.App.Procedures;

/// <summary>La fiche d'une procédure : ses lots, son lancement qui fige les acheteurs, son terme.</summary>
public sealed partial class PageProcedure(
    ModifierLotsDeProcedure modifierLots,
    LancerProcedure lancer,
    TerminerProcedure terminer,
    HorlogeLegale horloge
) : PageDeProcedure
{
    private static readonly IReadOnlyList<Option<IssueDeProcedure>> Issues =
    [
        .. Enum.GetValues<IssueDeProcedure>().Select(i => new Option<IssueDeProcedure>(i, i.Libelle())),
    ];

    private Confirmation? _lancement;
    private Confirmation? _fin;
    private DateOnly? _jour = horloge.Aujourdhui;
    private IssueDeProcedure _issue;
    private int? _numero;
    private PrestationId? _prestation;
    private int? _lotDuGroupement;
    private string? _intitule;
    private string? _cpv;
    private decimal? _estimation;
    private decimal? _minimum;
    private decimal? _maximum;
    private bool _petitLot;
    private string? _motif;
    private int _cleDeLot;
    private IReadOnlyList<ErreurDeSaisie> _erreurs = [];

    private bool EnPreparation => Fiche is { Etat: EtatDeProcedure.EnPreparation };

    private bool Modifiable => EnPreparation && Fiche!.PeutGerer;

    private string TitreDeLot => _numero is { } numero ? $"Modifier le lot {numero}" : "Nouveau lot";

    private IReadOnlyList<Option<PrestationId?>> Prestations =>
        [.. Fiche!.Prestations.Select(p => new Option<PrestationId?>(p.Id, p.Libelle))];

    private IReadOnlyList<Option<int?>> LotsDuGroupement =>
        [
            .. Fiche!
                .LotsDuGroupement.Where(l => l.Prestation == _prestation)
                .Select(l => new Option<int?>(l.Numero, $"Lot {l.Numero} — {l.Intitule}")),
        ];

    /// <summary>L'intitulé suit la prestation tant que l'agent ne l'a pas écrit lui-même.</summary>
    private void ChoisirPrestation(PrestationId? prestation)
    {
        var propose = Fiche!.Prestations.FirstOrDefault(p => p.Id == _prestation)?.Libelle;
        if (string.IsNullOrWhiteSpace(_intitule) || _intitule == propose)
        {
            _intitule = Fiche.Prestations.FirstOrDefault(p => p.Id == prestation)?.Libelle;
        }

        (_prestation, _lotDuGroupement) = (prestation, null);
    }

    private void Modifier(LotDeLaFicheDeProcedure lot)
    {
        (_numero, _prestation, _lotDuGroupement, _intitule) = (lot.Numero, lot.Prestation, lot.LotDuGroupement, lot.Intitule);
        (_cpv, _petitLot) = (lot.Cpv, lot.EstPetitLot);
        (_estimation, _minimum, _maximum) = (lot.Estimation?.Euros, lot.Minimum?.Euros, lot.Maximum?.Euros);
        (_erreurs, Retour) = ([], null);
        _cleDeLot++;
    }

    private void Vider()
    {
        (_numero, _prestation, _lotDuGroupement, _intitule, _erreurs) = (null, null, null, null, []);
        (_cpv, _petitLot, _estimation, _minimum, _maximum) = (null, false, null, null, null);
        _cleDeLot++;
    }

    private async Task EnregistrerLotAsync()
    {
        if (_cpv is { } saisi && !CodeCpv.TryParse(saisi, out _))
        {
            _erreurs = [new ErreurDeSaisie("lot-cpv", "Un code CPV a huit chiffres, et sa clé après un tiret : 72000000-5.")];
            return;
        }

        var definition = new DefinitionDeLotDeProcedure(_intitule, _prestation ?? default, _lotDuGroupement)
        {
            Cpv = CodeCpv.TryParse(_cpv, out var cpv) ? cpv!.Valeur : null,
            EstPetitLot = _petitLot,
            Estimation = Montant(_estimation),
            Minimum = Montant(_minimum),
            Maximum = Montant(_maximum),
        };
        ChangementDeLots changement = _numero is { } numero
            ? new ChangementDeLots.Corrige(numero, definition)
            : new ChangementDeLots.Ajoute(definition);
        if (await ChangerAsync(changement, $"Le lot « {definition.Intitule} » est enregistré."))
        {
            Vider();
        }
        else
        {
            (_erreurs, Retour) = Saisies.Repartir(Retour!);
        }
    }

    private static MontantHt? Montant(decimal? euros) => euros is { } e ? MontantHt.Arrondir(e) : null;

    private Task<bool> SupprimerAsync(int numero) =>
        ChangerAsync(new ChangementDeLots.Supprime(numero), $"Le lot {numero} est supprimé.");

    private Task<bool> ChangerAsync(ChangementDeLots changement, string succes) =>
        AgirAsync(acteur => modifierLots.ExecuterAsync(acteur, Procedure, Fiche!.Version, changement), succes);

    private async Task LancerAsync()
    {
        if (_jour is not { } jour)
        {
            Retour = Retour.Refus("Indiquez le jour de l'envoi. Rien n'a été modifié.");
            return;
        }

        await AgirAsync(
            acteur => lancer.ExecuterAsync(acteur, Procedure, Fiche!.Version, jour, motif: _motif),
            "La procédure est lancée et ses acheteurs sont figés."
        );
    }

    private async Task TerminerAsync()
    {
        if (_jour is not { } jour)
        {
            Retour = Retour.Refus("Indiquez le jour du terme. Rien n'a été modifié.");
            return;
        }

        await AgirAsync(
            acteur => terminer.ExecuterAsync(acteur, Procedure, Fiche!.Version, jour, _issue),
            "La procédure est terminée ; les adhésions reprennent le lendemain."
        );
    }
}
