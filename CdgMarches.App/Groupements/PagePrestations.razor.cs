using CdgMarches.App.Collectivites;
using CdgMarches.App.Socle;
using CdgMarches.App.Socle.Composants;
using CdgMarches.Domain.Groupements;
using CdgMarches.Domain.Noyau;

namespace CdgMarches.App.Groupements;

/// <summary>La carte d'un groupement : ses prestations et leurs lots.</summary>
public sealed partial class PagePrestations(ModifierCarte modifier) : PageDeGroupement
{
    private static readonly IReadOnlyList<Option<NatureDAchat>> Natures =
    [
        .. Enum.GetValues<NatureDAchat>().Select(n => new Option<NatureDAchat>(n, n.Libelle())),
    ];

    private Confirmation? _confirmation;
    private ChangementDeCarte? _aSupprimer;
    private string _aSupprimerEnClair = "";
    private SaisieDePrestation _prestation = new();
    private SaisieDeLot _lot = new();
    private IReadOnlyList<ErreurDeSaisie> _erreursDePrestation = [];
    private IReadOnlyList<ErreurDeSaisie> _erreursDeLot = [];
    private int _cleDePrestation;
    private int _cleDeLot;

    private bool Modifiable => Fiche is { PeutGerer: true, Etat: not EtatDuGroupement.Clos };

    private string TitreDePrestation => _prestation.Id is null ? "Nouvelle prestation" : "Modifier la prestation";

    private string TitreDeLot => _lot.Existant ? $"Modifier le lot {_lot.Numero}" : "Nouveau lot";

    private IReadOnlyList<Option<PrestationId?>> Prestations =>
        [.. Fiche!.Prestations.Where(p => !p.EstRetiree).Select(p => new Option<PrestationId?>(p.Id, p.Libelle))];

    protected override Task ApresLectureAsync()
    {
        ViderLot();
        return Task.CompletedTask;
    }

    private string NomDe(PrestationId prestation) =>
        Fiche!.Prestations.FirstOrDefault(p => p.Id == prestation)?.Libelle ?? Formats.Absent;

    private void Modifier(PrestationDeLaFiche p)
    {
        _prestation = new SaisieDePrestation
        {
            Id = p.Id,
            Code = p.Code,
            Libelle = p.Libelle,
            Nature = p.Nature,
            Unite = p.Unite,
        };
        (_erreursDePrestation, Retour) = ([], null);
        _cleDePrestation++;
    }

    private void Modifier(LotDeLaFiche l)
    {
        _lot = new SaisieDeLot
        {
            Existant = true,
            Numero = l.Numero,
            Intitule = l.Intitule,
            Prestation = l.Prestation,
            Nature = l.Nature,
            Cpv = l.Cpv,
        };
        (_erreursDeLot, Retour) = ([], null);
        _cleDeLot++;
    }

    private void ViderPrestation()
    {
        (_prestation, _erreursDePrestation) = (new SaisieDePrestation(), []);
        _cleDePrestation++;
    }

    private void ViderLot()
    {
        var prochain = Fiche is { Lots.Count: > 0 } ? Fiche.Lots[^1].Numero + 1 : 1;
        (_lot, _erreursDeLot) = (new SaisieDeLot { Numero = prochain }, []);
        _cleDeLot++;
    }

    private async Task EnregistrerPrestationAsync()
    {
        var definition = new DefinitionDePrestation(_prestation.Code, _prestation.Libelle, _prestation.Nature, _prestation.Unite);
        ChangementDeCarte changement = _prestation.Id is { } id
            ? new ChangementDeCarte.PrestationCorrigee(id, definition)
            : new ChangementDeCarte.NouvellePrestation(definition);
        if (await ChangerAsync(changement, $"« {definition.Libelle} » est enregistrée."))
        {
            ViderPrestation();
        }
        else
        {
            (_erreursDePrestation, Retour) = Saisies.Repartir(Retour!);
        }
    }

    private async Task EnregistrerLotAsync()
    {
        _erreursDeLot = [];
        CodeCpv? cpv = null;
        if (!string.IsNullOrWhiteSpace(_lot.Cpv) && !CodeCpv.TryParse(_lot.Cpv, out cpv))
        {
            _erreursDeLot =
            [
                new ErreurDeSaisie("lot-cpv", "Un code CPV a huit chiffres, et sa clé si vous la connaissez : 72416000-9."),
            ];
            return;
        }

        var definition = new DefinitionDeLot(_lot.Numero ?? 0, _lot.Prestation ?? default, _lot.Intitule, _lot.Nature, cpv);
        ChangementDeCarte changement = _lot.Existant
            ? new ChangementDeCarte.LotCorrige(definition)
            : new ChangementDeCarte.NouveauLot(definition);
        if (await ChangerAsync(changement, $"Le lot {definition.Numero} est enregistré."))
        {
            ViderLot();
        }
        else
        {
            (_erreursDeLot, Retour) = Saisies.Repartir(Retour!);
        }
    }

    private Task<bool> MonterAsync(PrestationDeLaFiche p) =>
        ChangerAsync(new ChangementDeCarte.PrestationDeplacee(p.Id, -1), "L'ordre des prestations est changé.");

    private Task<bool> BasculerAsync(PrestationDeLaFiche p) =>
        ChangerAsync(
            new ChangementDeCarte.PrestationProposee(p.Id, p.EstRetiree),
            $"« {p.Libelle} » {(p.EstRetiree ? "est de nouveau proposée" : "n'est plus proposée ; ce qui a été répondu reste")}."
        );

    private Task<bool> BasculerAsync(LotDeLaFiche l) =>
        ChangerAsync(
            new ChangementDeCarte.LotPropose(l.Numero, l.EstRetire),
            $"Le lot {l.Numero} {(l.EstRetire ? "est repris" : "est retiré ; ce qui a été fait reste")}."
        );

    private Task DemanderAsync(PrestationDeLaFiche p) =>
        DemanderAsync(new ChangementDeCarte.PrestationSupprimee(p.Id), $"la prestation « {p.Libelle} »");

    private Task DemanderAsync(LotDeLaFiche l) =>
        DemanderAsync(new ChangementDeCarte.LotSupprime(l.Numero), $"le lot {l.Numero}");

    private Task DemanderAsync(ChangementDeCarte suppression, string enClair)
    {
        (_aSupprimer, _aSupprimerEnClair) = (suppression, enClair);
        return _confirmation!.OuvrirAsync();
    }

    private Task<bool> SupprimerAsync() => ChangerAsync(_aSupprimer!, "La suppression est faite.");

    private Task<bool> ChangerAsync(ChangementDeCarte changement, string succes) =>
        AgirAsync(acteur => modifier.ExecuterAsync(acteur, Groupement, Fiche!.Version, changement), succes);

    private sealed class SaisieDePrestation
    {
        public PrestationId? Id { get; init; }

        public string? Code { get; set; }

        public string? Libelle { get; set; }

        public NatureDAchat Nature { get; set; } = NatureDAchat.Services;

        public string? Unite { get; set; }
    }

    private sealed class SaisieDeLot
    {
        public bool Existant { get; init; }

        public int? Numero { get; set; }

        public string? Intitule { get; set; }

        public PrestationId? Prestation { get; set; }

        public NatureDAchat Nature { get; set; } = NatureDAchat.Services;

        public string? Cpv { get; set; }
    }
}
